import { defineWords } from '../words/define-words.ts';

/** What departments and services have in common. */
export const listWords = defineWords({
  vi: {
    publishing: 'Kiểm tra và công bố',
    toPublishing: 'Có bản nháp: kiểm tra và công bố ↓',
    unchanged: (n: number) =>
      n === 0
        ? 'Đang áp dụng danh mục có sẵn, chưa sửa gì.'
        : `Đang áp dụng phiên bản ${n}, chưa sửa gì.`,
    changed: 'Bản nháp của bạn, chưa áp dụng.',
    discard: 'Bỏ bản nháp',
    mine: 'Bản nháp của bạn',
    conflictTitle: 'Danh mục đã thay đổi khi bạn đang soạn',
    conflictBody: (n: number) =>
      `Phiên bản ${n} vừa được công bố. Bản nháp của bạn còn nguyên; các dòng bạn không sửa theo phiên bản mới.`,
    conflictGoOn: (n: number) => `Tôi đã xem, soạn tiếp trên phiên bản ${n}`,
    check: 'Kiểm tra trước khi công bố',
    sound: 'Không có gì sai.',
    find: 'Tìm theo mã, tên',
    nothing: 'Không tìm thấy dòng nào.',
    edit: 'Sửa',
    editRow: (name: string) => `Sửa: ${name}`,
    undo: 'Hoàn tác',
    undoRow: (name: string) => `Hoàn tác: ${name}`,
    new: 'Mới',
    changedRow: 'Đã sửa',
    code: 'Mã',
    codeTaken: 'Mã này đã có.',
    name: 'Tên',
    nameEn: 'Tên tiếng Anh',
    keep: 'Đưa vào bản nháp',
    difference: (added: number, changed: number) => `Thêm ${added}, sửa ${changed} dòng`,
  },
  en: {
    publishing: 'Check and publish',
    toPublishing: 'There is a draft: check and publish ↓',
    unchanged: (n: number) =>
      n === 0
        ? 'The list that came with the software is in force; nothing is changed.'
        : `Version ${n} is in force; nothing is changed.`,
    changed: 'Your draft, not in force yet.',
    discard: 'Discard the draft',
    mine: 'Your draft',
    conflictTitle: 'The list changed while you were writing',
    conflictBody: (n: number) =>
      `Version ${n} was just published. Your draft is as you left it; rows that you did not change follow the new version.`,
    conflictGoOn: (n: number) => `I have seen it, go on with version ${n}`,
    check: 'Check before publishing',
    sound: 'Nothing is wrong.',
    find: 'Find by code or name',
    nothing: 'No such row.',
    edit: 'Edit',
    editRow: (name: string) => `Edit: ${name}`,
    undo: 'Undo',
    undoRow: (name: string) => `Undo: ${name}`,
    new: 'New',
    changedRow: 'Changed',
    code: 'Code',
    codeTaken: 'This code is taken.',
    name: 'Name in Vietnamese',
    nameEn: 'Name in English',
    keep: 'Put into the draft',
    difference: (added: number, changed: number) => `${added} added, ${changed} changed`,
  },
});
