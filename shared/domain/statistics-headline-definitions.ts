import type { Definition } from './statistics-definitions.ts';
import type { FIGURES } from './statistics-figures.ts';

export const HEADLINE_DEFINITIONS: Readonly<Record<(typeof FIGURES)[number], Definition>> = {
  received: {
    vi: 'Đã tiếp nhận. Vụ việc được ghi nhận trong kỳ, qua mọi kênh, mọi loại, kể cả sau đó trùng, bị từ chối hoặc được rút.',
    en: 'Received: cases logged in the period, by every channel and of every class, whatever became of them.',
  },
  receivedAnswered: {
    vi: 'Đã tiếp nhận và đã có trả lời. Vụ việc tiếp nhận trong kỳ đã có ít nhất một lần trả lời, tại tổng đài hoặc của đơn vị.',
    en: 'Received and answered: of these, the ones that were answered at least once, at the desk or by a department.',
  },
  rejected: {
    vi: 'Từ chối tiếp nhận. Đóng với lý do ngoài phạm vi.',
    en: "Closed as outside the hotline's scope.",
  },
  duplicate: {
    vi: 'Trùng. Đã gộp vào một vụ việc khác; vụ việc kia được tính kết quả.',
    en: 'Merged into another case, which carries the result.',
  },
  withdrawn: {
    vi: 'Người dân rút.',
    en: 'Taken back by the citizen.',
  },
  citizenSilent: {
    vi: 'Người dân không phản hồi. Tổng đài hoặc đơn vị đã hỏi lại mà không có trả lời trong thời gian chờ; vụ việc tự đóng.',
    en: 'Closed by itself because the citizen did not reply in time to what was asked.',
  },
  forwarded: {
    vi: 'Đã chuyển xử lý. Vụ việc được chuyển đến đơn vị lần đầu trong kỳ. Bị trả lại và chuyển tiếp vẫn là một vụ, ở ngày chuyển đầu tiên.',
    en: 'Forwarded: cases that first went to departments in the period. A return and another forwarding change nothing: one case, on its first day.',
  },
  answered: {
    vi: 'Đã trả lời. Trong số đã chuyển, có ít nhất một lần trả lời kể từ khi chuyển. Mở lại không lấy lại lần trả lời đã có.',
    en: 'Answered: of the forwarded, those answered at least once since they were forwarded. A reopening does not take the answer back; an answer that the desk gave before forwarding is not one of the departments.',
  },
  satisfied: {
    vi: 'Hài lòng, ở lần trả lời gần nhất.',
    en: 'Satisfied with the latest answer.',
  },
  acceptable: {
    vi: 'Chấp nhận được, ở lần trả lời gần nhất.',
    en: 'The latest answer was acceptable.',
  },
  unsatisfied: {
    vi: 'Không hài lòng, ở lần trả lời gần nhất. Vụ việc đã mở lại vẫn ở đây cho đến khi có trả lời mới.',
    en: 'Not satisfied with the latest answer. A reopened case stays here until it has a new one.',
  },
  reopened: {
    vi: 'Đã mở lại sau khi chuyển, ít nhất một lần.',
    en: 'Reopened at least once after it was forwarded.',
  },
  endedUnanswered: {
    vi: 'Kết thúc không qua trả lời. Trong số đã chuyển, đã đóng vì từ chối, trùng, được rút hoặc người dân không phản hồi.',
    en: 'Of the forwarded, closed as rejected, duplicate, withdrawn or for want of a reply from the citizen.',
  },
  supporting: {
    vi: 'Phối hợp. Chỉ có theo đơn vị: số vụ việc chuyển trong kỳ mà đơn vị phối hợp với đơn vị khác, kể cả khi phần phối hợp sau đó không cần nữa. Không có tổng, vì một vụ việc có thể có nhiều đơn vị phối hợp.',
    en: 'By department only: cases forwarded in the period in which the department supports another, also when its part was released later. It has no total, since a case may have several supporting departments.',
  },
  incidents: {
    vi: 'Sự việc. received − duplicate: mỗi phản ánh trùng đi theo một vụ việc khác, nên số còn lại là số việc đã xảy ra, dù bao nhiêu người cùng báo.',
    en: 'Incidents: each duplicate follows another case, so what remains is what has happened, however many told of it.',
  },
  judged: {
    vi: 'Đã đánh giá. satisfied + acceptable + unsatisfied.',
    en: 'Judged by the citizen.',
  },
  satisfactory: {
    vi: 'Đạt yêu cầu. satisfied + acceptable.',
    en: 'Judged satisfactory.',
  },
  answeredOfReceived: {
    vi: 'Tỷ lệ đã trả lời trên đã tiếp nhận. receivedAnswered ÷ received.',
    en: 'Answered of all received.',
  },
  ofForwarded: {
    vi: 'Trên đã chuyển xử lý (tỷ lệ chính). Chưa trả lời và chưa đánh giá đều tính là chưa đạt.',
    en: 'Of all forwarded, the headline: what is not answered or not judged is not satisfactory.',
  },
  ofAnswered: {
    vi: 'Trên đã trả lời.',
    en: 'Of those answered.',
  },
  ofJudged: {
    vi: 'Trên đã đánh giá. Đọc cùng judgedOfAnswered.',
    en: 'Of those judged; read it with the share judged.',
  },
  judgedOfAnswered: {
    vi: 'Tỷ lệ có đánh giá. judged ÷ answered.',
    en: 'Share judged: how much of what could be judged was.',
  },
  reopenRate: {
    vi: 'Tỷ lệ mở lại. reopened ÷ answered.',
    en: 'Reopen rate: of those answered, the ones that were reopened.',
  },
  firstContact: {
    vi: 'Giải quyết ngay lần liên hệ đầu. Đã tiếp nhận trong kỳ, tổng đài tự trả lời, không chuyển đơn vị, không mở lại, không kết thúc vì lý do khác, và bản thân không phải là vụ lặp lại (repeats).',
    en: 'Served at the first contact: received in the period, answered by the desk, not forwarded, not reopened, not ended otherwise, and not itself one that came back (repeats).',
  },
  repeats: {
    vi: 'Lặp lại. Đã tiếp nhận trong kỳ từ số điện thoại mà tổng đài đã trả lời về cùng lĩnh vực trong 7 ngày trước đó, không chuyển đơn vị. Xét lúc ghi nhận; không có số điện thoại hoặc lĩnh vực thì không biết.',
    en: 'Came back: received in the period from a phone to which the desk, without forwarding, had given an answer on the same service within the 7 days before. Told when it is logged; without a phone or a service nobody knows.',
  },
  firstContactRate: {
    vi: 'Tỷ lệ giải quyết ngay lần đầu. firstContact ÷ received. Đọc cùng repeatRate.',
    en: 'First-contact resolution: firstContact of all received. Read it with repeatRate.',
  },
  repeatRate: {
    vi: 'Tỷ lệ lặp lại. repeats ÷ received.',
    en: 'Share of the received that came back.',
  },
  interval: {
    vi: 'Khoảng tin cậy Wilson 95 % của mỗi tỷ lệ (low, high): với ít vụ việc, tỷ lệ nói lên ít.',
    en: 'Wilson 95 % interval of each rate: with few cases a rate says little.',
  },
  rankable: {
    vi: 'Đủ để xếp hạng. Ít nhất 30 vụ việc đã chuyển trong kỳ; dưới mức đó không xếp hạng, để một vụ việc trả lời nhanh không đứng đầu bảng.',
    en: 'Enough for a ranking: at least 30 cases forwarded in the period, so that one quick case does not lead the table.',
  },
};
