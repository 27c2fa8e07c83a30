import { defineWords } from '../words/define-words.ts';

export const partWords = defineWords({
  vi: {
    on_track: 'Trong hạn',
    at_risk: 'Sắp đến hạn',
    missed: 'Quá hạn',
    late: 'Trả lời trễ hạn',
    paused: 'Tạm dừng, chờ người dân',
    met: 'Xong trong hạn',
    closed: 'Đã kết thúc',
    desk: 'Tổng đài 1022',
    noService: 'Chưa phân loại',
    noArea: 'Chưa rõ địa bàn',
    district: 'Huyện, thành phố (đến 30/6/2025)',
    commune: 'Phường, xã (đến 30/6/2025)',
    ward: 'Phường, xã (từ 1/7/2025)',
    charactersLeft: (left: string) => `Còn ${left} ký tự.`,
    full: (limit: string) => `Đã đủ ${limit} ký tự: phần gõ thêm không được nhận.`,
  },
  en: {
    on_track: 'On track',
    at_risk: 'At risk',
    missed: 'Late',
    late: 'Answered late',
    paused: 'Paused, waiting for the citizen',
    met: 'Done in time',
    closed: 'Ended',
    desk: 'The 1022 desk',
    noService: 'Not classified yet',
    noArea: 'Place not known',
    district: 'Districts and cities (until 30 June 2025)',
    commune: 'Communes and wards (until 30 June 2025)',
    ward: 'Communes and wards (from 1 July 2025)',
    charactersLeft: (left: string) =>
      left === '1' ? '1 character left.' : `${left} characters left.`,
    full: (limit: string) => `All ${limit} characters are used: more is not taken.`,
  },
});
