import { defineWords } from './define-words.ts';

/** Words that belong to no area. */
export const commonWords = defineWords({
  vi: {
    retry: 'Thử lại',
    cancel: 'Thôi',
    close: 'Đóng',
    loading: 'Đang tải',
    unreachable: 'Không kết nối được máy chủ. Những gì bạn đã nhập vẫn còn ở đây.',
    unknown: 'Có lỗi ngoài dự kiến. Hãy thử lại.',
    requestId: (id: string) => `Mã yêu cầu: ${id}`,
  },
  en: {
    retry: 'Try again',
    cancel: 'Cancel',
    close: 'Close',
    loading: 'Loading',
    unreachable: 'The server cannot be reached. What you typed is still here.',
    unknown: 'Something unexpected went wrong. Try again.',
    requestId: (id: string) => `Request id: ${id}`,
  },
});
