import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMay } from '../platform/me.ts';
import { useWords } from '../words/language.tsx';
import { giveCsv, giveWorkbook } from './download.ts';
import { MonthReportItems } from './month-report-items.tsx';
import type { Period } from './periods.ts';
import type { Sheet } from './sheets.ts';
import { figuresWords } from './words.ts';

interface ExportMenuProps {
  /** Undefined until everything that is shown has been read. */
  readonly sheets: readonly Sheet[] | undefined;
  /** Of the files, without their ending. */
  readonly name: string;
  /** Of figures: a whole month has an official report. */
  readonly period?: Period;
}

/** What is shown, as files. */
export function ExportMenu({ sheets, name, period }: ExportMenuProps) {
  const words = useWords(figuresWords);
  const may = useMay();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          disabled={sheets === undefined}
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {words.exports}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void giveWorkbook(sheets ?? [], name)}>
          {words.wholeWorkbook}
        </Menu.Item>
        {period !== undefined && may('getMonthlyReport') && <MonthReportItems period={period} />}
        {may('startExport') && (
          <Menu.Item component={Link} to="/figures/exports">
            {words.caseLists}
          </Menu.Item>
        )}
        {sheets?.map((sheet) => (
          <Menu.Item key={sheet.name} onClick={() => giveCsv(sheet, `${name}-${sheet.name}`)}>
            {words.csv(sheet.name)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
