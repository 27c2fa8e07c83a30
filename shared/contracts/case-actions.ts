import { commands } from '../domain/commands.ts';
import { AnswerText, NoteText, Summary } from './text.ts';

/** The body of each action: what the domain's command needs, and the words that go with it. */
export const actionBodies = {
  classify: commands.classify.extend({ summary: Summary.nullable().optional() }),
  route: commands.route.extend({ text: NoteText.optional() }),
  return: commands.return.extend({ text: NoteText }),
  accept: commands.accept,
  'ask-citizen': commands['ask-citizen'].extend({ text: NoteText }),
  resume: commands.resume.extend({ text: NoteText.optional() }),
  'report-progress': commands['report-progress'].extend({ text: NoteText }),
  extend: commands.extend.extend({ text: NoteText }),
  'answer-part': commands['answer-part'].extend({ text: AnswerText }),
  answer: commands.answer.extend({ text: AnswerText }),
  rate: commands.rate.extend({ text: NoteText.optional() }),
  'call-back': commands['call-back'].extend({ text: NoteText.optional() }),
  reopen: commands.reopen.extend({ text: NoteText }),
  reject: commands.reject.extend({ text: NoteText }),
  merge: commands.merge.extend({ text: NoteText.optional() }),
  unmerge: commands.unmerge.extend({ text: NoteText }),
  withdraw: commands.withdraw.extend({ text: NoteText.optional() }),
  escalate: commands.escalate.extend({ text: NoteText.optional() }),
  note: commands.note.extend({ text: NoteText }),
} as const;
