/** Problems of a department's connection: status, Vietnamese, English (problems.ts). */
export const deliveryProblems = {
  WEBHOOK_TARGET_REFUSED: [
    422,
    'Địa chỉ webhook không được chấp nhận.',
    'The webhook target is refused.',
  ],
  DELIVERY_ATTEMPT_NOT_FOUND: [
    404,
    'Không có lần gửi này trong nhật ký của đơn vị; nhật ký giữ 30 ngày.',
    'The log of the department has no such try; it goes back 30 days.',
  ],
  DELIVERY_NOT_WEBHOOK: [
    409,
    'Đơn vị không dùng webhook.',
    'The department does not use a webhook.',
  ],
} as const;
