import { OPEN_FIELDS, OPEN_RULE, OPEN_TITLES } from '../../shared/domain/open-data/dictionary.ts';
import {
  OPEN_DATASETS,
  OPEN_LINK_SECONDS,
  REVISED_EVERY_DAYS,
  REVISED_FOR_DAYS,
  SETTLED_DAYS,
} from '../../shared/domain/open-data/open-issue.ts';
import { MIN_CELL } from '../../shared/domain/open-data/small-cells.ts';
import { table } from './table.ts';

const TYPES = {
  text: 'chữ · text',
  count: 'số · number',
  month: 'tháng · month',
  date: 'ngày · date',
} as const;

const dataset = (name: (typeof OPEN_DATASETS)[number]): string => `## ${name}

${OPEN_TITLES[name].vi}. _${OPEN_TITLES[name].en}._

${table(
  ['Cột · Column', 'Tên', 'Name', 'Kiểu · Type', 'Ý nghĩa', 'Meaning'],
  OPEN_FIELDS[name].map(({ key, name: vi, nameEn, type, definition }) => [
    ...[`\`${key}\``, vi, nameEn, TYPES[type], definition.vi, definition.en],
  ]),
)}`;

export const openDataPage = (): string => `# Dữ liệu mở · Open data

Made by \`npm run dictionaries\` of \`shared/domain/open-data\`; do not edit.

Mỗi tháng có hai tập dữ liệu, CSV và JSON, ai cũng lấy được mà không cần đăng nhập. Tháng được công bố ${SETTLED_DAYS} ngày sau khi kết thúc, xem lại mỗi ${REVISED_EVERY_DAYS} ngày trong ${REVISED_FOR_DAYS} ngày, và công bố lại khi có thay đổi.

_Two datasets a month, as CSV and JSON, for anybody and without signing in. A month is published ${SETTLED_DAYS} days after its end, looked at again every ${REVISED_EVERY_DAYS} days for ${REVISED_FOR_DAYS} days, and published anew where something has changed. The figures add up to what managers read for that month at that hour._

${OPEN_DATASETS.map(dataset).join('\n\n')}

## Điều không công bố · What is not told, and why

${OPEN_RULE.vi}

_${OPEN_RULE.en}_

Some services, places and weeks have so few cases that a neighbour knows whose they are: "the case about the karaoke bar" is somebody. So three things are done, in this order.

1. **Small values are told together.** A value of fewer than ${MIN_CELL} cases has no row of its own. Those values make up the row \`*\`, and where they are still fewer than ${MIN_CELL} the smallest other value joins them. The rows of each dimension add up to the total.
2. **A row divides only where both parts are large enough.** \`satisfactory\` is told where both it and the rest are nobody or ${MIN_CELL} and more; then \`answered\` in the same way. Further rows are left undivided until all that is hidden together is large enough, so that taking the rows off the total gives nothing small. What is hidden could be any of at least ${MIN_CELL} values.
3. **Cases are told alike or not at all.** Each row is the same as at least ${MIN_CELL - 1} others in every column. Where it is not, columns are emptied: first the week, then the department, the area, the judgement, the answers, the deadline, the service and the class. Then more are emptied until the rows, taken off the figures of the same month, leave nothing small either.

A worked example, by \`service\`, with 40 cases received:

${table(
  ['Value', 'Received', 'Told'],
  [
    ['tree', '22', '22'],
    ['garbage', '9', '9'],
    ['flooding', '6', 'in `*`: it is the smallest that can keep the three company'],
    ['noise', '3', 'in `*`: fewer than five'],
    ['`*`', '–', '9, of which nobody can say how many are of noise'],
  ],
)}

Had \`flooding\` been told, 40 − 22 − 9 − 6 would be 3. Of the 22 cases of trees 20 were judged satisfactory and 2 were not: neither is told, because one gives the other.

What remains: received and forwarded are two groups of cases, of which some are in both, so their difference counts nobody. Two issues of one month show by how much it changed; they are few for that reason. Somebody who knows that a case is among some rows learns what all of these rows say. A case that was received in one month and forwarded in the next is among the rows of the first and the forwarded of the second; who knows which it was can take it off both.

## Giấy phép · Licence

Data of the jurisdiction (\`shared/jurisdictions/<id>/open-data.json\`), in the catalogue and in each JSON file. Bình Dương: CC BY 4.0, which is the default of this project; a province may choose another.

## Lấy dữ liệu · How to fetch

\`\`\`sh
# npm start runs in another window. Its demonstration is of today: 63 days on, the month has settled, and some seconds later the schedule has run.
curl -s -X POST http://localhost:3022/local/clock -H 'content-type: application/json' -d '{"advanceMs": 5443200000}'
curl -s http://localhost:3022/v1/open-data                      # what there is: months, files, size, SHA-256, licence
curl -s http://localhost:3022/v1/open-data/dictionary           # this page for programs
curl -sL "http://localhost:3022/v1/open-data/figures/$(date +%Y-%m)?format=csv" -o figures.csv
curl -sL "http://localhost:3022/v1/open-data/cases/$(date +%Y-%m)?format=json" | head -c 2000
\`\`\`

\`-L\` follows the redirect to the file, whose address holds for ${OPEN_LINK_SECONDS / 60} minutes. The ETag of the redirect is the file's SHA-256: who sends it in If-None-Match is told 304 while the file is the same. The CSV is UTF-8 with a byte order mark, RFC 4180. A month that is not published yet is 404 \`OPEN_DATA_NOT_PUBLISHED\` and says from when on it may be (\`publishedFrom\`); one that had no case, or an unknown dataset, is 404 \`OPEN_DATA_NOT_FOUND\`.
`;
