import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/language.tsx';

interface DialogProps {
  readonly title: string;
  readonly isOpen?: boolean;
  /** Left out: it stays until what it asks for is done. */
  readonly close?: () => void;
  /** People type in it: a click beside it does not throw that away. */
  readonly isForm?: boolean;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** A question over the page, with a name for whoever cannot see it and a way out. */
export function Dialog({ title, isOpen = true, close, children, ...looks }: DialogProps) {
  const common = useWords(commonWords);
  const { isForm = false, isWide = false } = looks;
  const mayLeave = close !== undefined;
  return (
    <Modal.Root
      opened={isOpen}
      onClose={() => close?.()}
      size={isWide ? 'lg' : 'md'}
      closeOnEscape={mayLeave}
      closeOnClickOutside={mayLeave && !isForm}
    >
      <Modal.Overlay />
      <Modal.Content>
        {/* A banner is of the page; this names the dialog alone. */}
        <Modal.Header role="presentation">
          <Modal.Title>{title}</Modal.Title>
          {mayLeave && <Modal.CloseButton aria-label={common.close} />}
        </Modal.Header>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
