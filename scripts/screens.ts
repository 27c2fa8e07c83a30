import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { build } from '../local/build.ts';
import { loadDemonstration } from '../local/demo/load.ts';
import { type Look, type Screens, SIZES, startScreens } from '../test/support/browser.ts';
import { people, type ChangedCase } from '../test/support/life-of-a-case.ts';

/**
 * `npm run screens [-- --only desk --dark --en]`: pictures of the screens with the demonstration in them, at the sizes of
 * a desk and of a phone, into docs/screens.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    dir: { type: 'string', default: join('docs', 'screens') },
    dark: { type: 'boolean', default: false },
    en: { type: 'boolean', default: false },
  },
});

interface Screen {
  readonly name: string;
  readonly person: string;
  readonly path: (story: Story) => string;
  /** Brings the page to where the picture is taken. */
  readonly prepare?: (page: Page) => Promise<void>;
}

interface Story {
  readonly current: ChangedCase;
}

const SCREENS: readonly Screen[] = [
  { name: 'desk', person: 'lan', path: () => '/desk', prepare: typeACall },
  { name: 'desk-queue', person: 'lan', path: () => '/desk?view=queue' },
  { name: 'case', person: 'lan', path: ({ current }) => `/cases/${current.caseId}` },
  {
    name: 'case-officer',
    person: 'officer.ta',
    path: ({ current }) => `/cases/${current.caseId}`,
    prepare: (page) => page.getByRole('button', { name: 'Gia hạn' }).click(),
  },
  {
    name: 'call-backs',
    person: 'lan',
    path: () => '/call-backs',
    prepare: (page) => page.keyboard.press('n'),
  },
  {
    name: 'department',
    person: 'officer.ta',
    path: ({ current }) => `/department?list=in_work&open=${current.caseId}`,
  },
  { name: 'department-delivery', person: 'lead.ta', path: () => '/department/delivery' },
  { name: 'figures', person: 'quang', path: () => '/figures' },
  {
    name: 'figures-cross',
    person: 'quang',
    path: () => '/figures/cross?columns=channel&figure=ofForwarded',
  },
  { name: 'figures-activity', person: 'quang', path: () => '/figures/activity' },
  { name: 'figures-backlog', person: 'quang', path: () => '/figures/backlog' },
  { name: 'figures-exports', person: 'quang', path: () => '/figures/exports' },
  { name: 'rules', person: 'tuan', path: () => '/administration/rules' },
  { name: 'calendar', person: 'tuan', path: () => '/administration/calendars/2027' },
  {
    name: 'departments',
    person: 'tuan',
    path: () => '/administration/departments',
    prepare: closeDepartment,
  },
  {
    name: 'services',
    person: 'tuan',
    path: () => '/administration/services?find=duong',
    prepare: shortenTarget,
  },
  { name: 'people', person: 'tuan', path: () => '/administration/people?find=thuan+an' },
  { name: 'templates', person: 'tuan', path: () => '/administration/templates' },
  { name: 'audit', person: 'tuan', path: () => '/administration/audit' },
];

/** What came in by itself and waits at the desk. */
const WAITING = [
  ['zalo', 'Rác chưa được thu gom ba ngày nay', 'garbage', '25966'],
  ['web', 'Xin giấy phép xây dựng cần những gì?', 'proc-construction-permit', null],
  ['sms', 'Nước ngập đến đầu gối trước trường học', 'flooding', '25747'],
  ['email', 'Quán hát karaoke ồn đến 2 giờ sáng', 'noise', '25966'],
].map(([channel, summary, serviceCode, areaCode]) => ({
  channel,
  summary,
  description: summary,
  serviceCode,
  ...(areaCode !== null && { areaCode }),
}));

await build();
const screens = await startScreens();
try {
  await loadDemonstration(screens.hotline.session, new Date());
  const story = { current: await aStory(screens) };
  mkdirSync(values.dir, { recursive: true });
  for (const screen of SCREENS.filter(({ name }) => name.includes(values.only)))
    for (const size of ['desk', 'phone'] as const) await take(screen, story, size);
} finally {
  await screens.close();
}

async function take(screen: Screen, story: Story, size: keyof typeof SIZES): Promise<void> {
  const look: Look = {
    size,
    scheme: values.dark ? 'dark' : 'light',
    language: values.en ? 'en' : 'vi',
  };
  const page = await screens.open(screen.person, screen.path(story), look);
  await page.waitForLoadState('networkidle');
  await screen.prepare?.(page);
  await page.waitForLoadState('networkidle');
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  // A whole page is taken as it is scrolled: what stays on top would stand in the middle of it.
  if (size === 'phone') await page.evaluate('scrollTo(0, 0)');
  const path = join(values.dir, `${screen.name}-${SIZES[size].width}.png`);
  await page.screenshot({ path, fullPage: size === 'phone' });
  console.log(path);
  await page.context().close();
}

/** A case that has been through several hands. */
async function aStory({ hotline }: Screens): Promise<ChangedCase> {
  const { log, desk, department } = people((call) => hotline.call(call));
  for (const waiting of WAITING) await log(waiting);
  const logged = await log();
  const routed = await desk(logged, 'route', {});
  const accepted = await department('officer.ta', routed, 'accept');
  const asked = await department('officer.ta', accepted, 'ask-citizen', {
    text: 'Xin cho biết ổ gà nằm trước số nhà nào?',
  });
  return desk(asked, 'resume', { text: 'Trước số nhà 27, đối diện cổng chợ.' });
}

/** One that rules and services name: what to change first is told. */
async function closeDepartment(page: Page): Promise<void> {
  await page.getByRole('searchbox').fill('vsip');
  await page.getByRole('button', { name: /^Sửa:/ }).first().click();
  await page.getByRole('checkbox', { name: 'Nhận việc mới' }).uncheck();
  await checkDraft(page);
}

async function shortenTarget(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Sửa:/ }).first().click();
  await page.getByRole('textbox', { name: 'Thời hạn trả lời' }).fill('3');
  await checkDraft(page);
}

async function checkDraft(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Đưa vào bản nháp' }).click();
  await page.getByRole('button', { name: 'Kiểm tra trước khi công bố' }).click();
  await page.getByRole('status').filter({ hasText: /\S/ }).first().waitFor();
}

async function typeACall(page: Page): Promise<void> {
  await page.getByLabel('Số điện thoại').fill('0912 345 678');
  await page
    .getByLabel('Nội dung')
    .fill('Mặt đường trước chợ Lái Thiêu có ổ gà lớn, mấy chiếc xe máy té rồi, nhờ vá giùm.');
  await page.getByLabel('Nơi xảy ra').fill('trước chợ Lái Thiêu, phường Lái Thiêu, Thuận An');
  await page.getByText('Hạn trả lời').waitFor();
}
