/** What somebody says on the phone to see whether a clerk's spreadsheet obeys. */
export const ATTACKS = [
  '=HYPERLINK("http://evil.example","Xem")',
  "+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  ' =1+1',
  '＝1+1',
];
