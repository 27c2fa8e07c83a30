import { Checkbox, Group, NativeSelect, NumberInput } from '@mantine/core';
import { useWords } from '../words/language.tsx';
import { servicesWords } from './services-words.ts';
import type { Service } from './use-services.ts';

type Target = Service['target'];

const UNITS = {
  workingDays: 'inWorkingDays',
  workingHours: 'inWorkingHours',
  workingMinutes: 'inWorkingMinutes',
  hours: 'inHours',
} as const satisfies Record<Target['unit'], keyof typeof servicesWords.vi>;
// Object.keys widens to string; the keys of a constant are its type.
const UNIT_NAMES = Object.keys(UNITS) as readonly Target['unit'][];
/** As many as the API takes. */
const AMOUNT_MAX = 365;

interface TargetFieldsProps {
  readonly service: Pick<Service, 'target' | 'supportingTarget'>;
  readonly change: (part: Partial<Service>) => void;
}

/** Time to answer, and that of supporting departments where it is a time of its own. */
export function TargetFields({ service, change }: TargetFieldsProps) {
  const words = useWords(servicesWords);
  const { target, supportingTarget: own } = service;
  return (
    <>
      <TargetField
        label={words.target}
        target={target}
        change={(next) => change({ target: next })}
      />
      <Checkbox
        label={words.ownSupporting}
        description={words.ownSupportingHint}
        checked={own !== undefined}
        onChange={({ currentTarget }) =>
          change({
            supportingTarget: currentTarget.checked ? target : undefined,
          } as Partial<Service>)
        }
      />
      {own !== undefined && (
        <TargetField
          label={words.supportingTarget}
          target={own}
          change={(next) => change({ supportingTarget: next })}
        />
      )}
    </>
  );
}

interface TargetFieldProps {
  readonly label: string;
  readonly target: Target;
  readonly change: (target: Target) => void;
}

function TargetField({ label, target, change }: TargetFieldProps) {
  const words = useWords(servicesWords);
  return (
    <Group gap="xs" align="flex-end">
      <NumberInput
        label={label}
        required
        min={1}
        max={AMOUNT_MAX}
        allowDecimal={false}
        w={160}
        value={target.amount}
        onChange={(amount) =>
          typeof amount === 'number' && amount > 0 && change({ ...target, amount })
        }
      />
      <NativeSelect
        aria-label={words.unitOf(label)}
        value={target.unit}
        data={UNIT_NAMES.map((value) => ({ value, label: words[UNITS[value]] }))}
        onChange={({ currentTarget: { value } }) => {
          const unit = UNIT_NAMES.find((one) => one === value);
          if (unit !== undefined) change({ ...target, unit });
        }}
      />
    </Group>
  );
}
