import { Text } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconWifiOff } from '@tabler/icons-react';
import { useWords } from '../words/language.tsx';
import classes from './offline-banner.module.css';
import { appWords } from './words.ts';

export function OfflineBanner() {
  const words = useWords(appWords);
  const { online } = useNetwork();
  return (
    <div role="status">
      {!online && (
        <Text size="sm" className={classes['banner'] ?? ''}>
          <IconWifiOff size={16} aria-hidden /> {words.offline}
        </Text>
      )}
    </div>
  );
}
