import type { IntakeFile, IntakeRules } from './intake-file.ts';

/** What a province has not said itself. */
export const CAREFUL_INTAKE: Omit<IntakeRules, 'channels'> = {
  classes: ['field_report', 'procedure'],
  leastCertainty: { class: 0.97, service: 0.9 },
  placeNeededBy: ['field_report', 'procedure', 'information'],
  keptServices: [],
  asksForPerson: ['gặp người', 'gặp nhân viên', 'gặp tổng đài', 'gọi lại', 'gọi cho tôi'],
  danger: [
    'chết người',
    'người chết',
    'bị thương',
    'cấp cứu',
    'cháy nhà',
    'cháy nổ',
    'điện giật',
    'đuối nước',
    'rò rỉ gas',
    'đe dọa',
    'hành hung',
    'tự tử',
  ],
  duplicateScore: 0.8,
  withinMinutes: 4,
  secondOpinionRoutes: false,
};

export const intakeRules = ({ note: _, ...file }: IntakeFile): IntakeRules => ({
  ...CAREFUL_INTAKE,
  // What JSON leaves out is not there, which the schema's type cannot say.
  ...(file as Pick<IntakeRules, 'channels'> & Partial<IntakeRules>),
});
