import { Button, CopyButton, Text } from '@mantine/core';
import { useWords } from '../words/language.tsx';
import type { Language } from '../words/define-words.ts';
import type { Deadlines, Headline } from './figures.ts';
import classes from './figures.module.css';
import { pressSentence } from './press.ts';
import { Section } from './section.tsx';
import { figuresWords } from './words.ts';

interface PressNoteProps {
  readonly headline: Headline;
  readonly deadlines: Deadlines | undefined;
}

/** In both languages whichever the reader has chosen: releases come in both. */
export function PressNote(figures: PressNoteProps) {
  const words = useWords(figuresWords);
  return (
    <Section id="press" title={words.press}>
      <div className={classes['press']}>
        <Sentence language="vi" {...figures} />
        <Sentence language="en" {...figures} />
      </div>
    </Section>
  );
}

function Sentence({ language, ...figures }: PressNoteProps & { readonly language: Language }) {
  const words = useWords(figuresWords);
  const sentence = pressSentence(figures, language);
  return (
    <div>
      <Text lang={language}>{sentence}</Text>
      <CopyButton value={sentence}>
        {({ copied, copy }) => (
          <Button variant="default" size="xs" mt={8} className="screen-only" onClick={copy}>
            {copied ? words.copied : words.copyOf(language === 'vi' ? 'Tiếng Việt' : 'English')}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
