import { dateInWords } from './words.ts';

/** `14 giờ 05 phút ngày 01/7/2020`: as people of a zone say when it was. */
export function instantInWordsOf(timeZone: string): (instant: string) => string {
  // Swedish writes dates and times as ISO 8601 does.
  const local = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    ...{ dateStyle: 'short', timeStyle: 'short' },
  });
  return (instant) => {
    const [day = '', time = ''] = local.format(new Date(instant)).split(' ');
    const [hour = '', minute = ''] = time.split(':');
    return `${hour} giờ ${minute} phút ngày ${dateInWords(day)}`;
  };
}
