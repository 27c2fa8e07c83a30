import type { Definition } from './statistics-definitions.ts';
import type { RETURN_FIGURES } from './statistics-return-figures.ts';
import type { ROUTING_FIGURES } from './statistics-routing-figures.ts';

export const ROUTING_DEFINITIONS: Readonly<Record<(typeof ROUTING_FIGURES)[number], Definition>> = {
  misrouted: {
    vi: 'Chuyển sai lần đầu: đơn vị chủ trì đầu tiên đã trả lại vì sai đơn vị, sai địa bàn hoặc ngoài phạm vi, hoặc nay đơn vị khác chủ trì.',
    en: 'First sent to the wrong department: the first lead returned it as wrong department, wrong place or out of scope, or another department leads it now.',
  },
  rightFirst: {
    vi: 'Chuyển đúng ngay lần đầu: forwarded − misrouted. Vụ chưa trả lời được tính là đúng cho đến khi bị trả lại.',
    en: 'Right at the first try: forwarded − misrouted. A case that is still open counts as right until it is returned.',
  },
  answeredRightFirst: {
    vi: 'Trong rightFirst: đã có trả lời của đơn vị (answered).',
    en: 'Of rightFirst: answered by a department (answered).',
  },
  firstRouting: {
    vi: 'Tỷ lệ chuyển đúng ngay lần đầu: rightFirst ÷ forwarded, mọi vụ đã chuyển.',
    en: 'First-routing accuracy: rightFirst ÷ forwarded, of all forwarded cases.',
  },
  firstRoutingAnswered: {
    vi: 'Tỷ lệ chuyển đúng ngay lần đầu, chỉ các vụ đã trả lời: answeredRightFirst ÷ answered. Vụ còn mở không làm đẹp tỷ lệ này.',
    en: 'First-routing accuracy of what has been answered: answeredRightFirst ÷ answered. Open cases cannot flatter it.',
  },
  firstRoutingRankable: {
    vi: 'Đủ để xếp hạng theo tỷ lệ chuyển đúng: ít nhất 30 vụ việc đã chuyển trong kỳ.',
    en: 'Enough for a ranking by first-routing accuracy: at least 30 cases forwarded in the period.',
  },
  proposals: {
    vi: 'Vụ việc tiếp nhận trong kỳ có đề xuất của máy: tổng của serviceKept, serviceChanged, serviceWrong, serviceOpen và serviceUnused.',
    en: 'Cases received in the period with a proposal of the machine: serviceKept, serviceChanged, serviceWrong, serviceOpen and serviceUnused together.',
  },
  serviceKept: {
    vi: 'Đã trả lời, với lĩnh vực đúng như máy đề xuất từ đầu đến nay.',
    en: 'Answered, and of the service that was proposed, from the first routing until now.',
  },
  serviceChanged: {
    vi: 'Đã trả lời, với lĩnh vực mà người đã đổi trước khi chuyển hoặc trả lời tại tổng đài.',
    en: 'Answered, and of a service that a person had put in place of the proposed one before it was forwarded or answered at the desk.',
  },
  serviceWrong: {
    vi: 'Đã trả lời; khi chuyển vẫn theo lĩnh vực máy đề xuất, sau đó mới phân loại lại.',
    en: 'Answered; forwarded as the proposed service, and found to be another one afterwards.',
  },
  serviceOpen: {
    vi: 'Chưa trả lời: chưa biết đề xuất đúng hay sai.',
    en: 'Not answered yet: nobody knows whether the proposal was right.',
  },
  serviceUnused: {
    vi: 'Kết thúc không qua trả lời (từ chối, trùng, người dân rút hoặc không phản hồi): không ai xác nhận đề xuất.',
    en: 'Ended without an answer (rejected, duplicate, withdrawn or no reply): nobody confirmed the proposal.',
  },
  leadTaken: {
    vi: 'Đã chuyển trong kỳ, đơn vị chủ trì đầu tiên đúng như máy đề xuất.',
    en: 'Forwarded in the period to the lead that was proposed.',
  },
  leadTakenWrong: {
    vi: 'Trong leadTaken: chuyển sai lần đầu (misrouted).',
    en: 'Of leadTaken: misrouted.',
  },
  leadChanged: {
    vi: 'Đã chuyển trong kỳ đến đơn vị chủ trì khác với đơn vị máy đề xuất.',
    en: 'Forwarded in the period to another lead than the one that was proposed.',
  },
  leadChangedRight: {
    vi: 'Trong leadChanged: nay chính đơn vị máy đề xuất chủ trì và chưa từng từ chối; máy đã đúng.',
    en: 'Of leadChanged: the proposed department leads it now and has never refused it; the machine was right.',
  },
  leadUnproposed: {
    vi: 'Đã chuyển trong kỳ, máy có đề xuất nhưng không nêu đơn vị: máy đã hỏi người.',
    en: 'Forwarded in the period with a proposal that named no lead: the machine had asked a person.',
  },
  serviceAccuracy: {
    vi: 'Độ chính xác lĩnh vực của máy: serviceKept ÷ (serviceKept + serviceChanged + serviceWrong), chỉ các vụ đã trả lời.',
    en: "The machine's accuracy of service: serviceKept ÷ (serviceKept + serviceChanged + serviceWrong), of answered cases only.",
  },
  sureServiceAccuracy: {
    vi: 'Như serviceAccuracy, chỉ các đề xuất mà máy chắc chắn, không hỏi người.',
    en: 'As serviceAccuracy, of the proposals that the machine was sure of and asked nobody about.',
  },
  sureShare: {
    vi: 'Tỷ lệ máy chắc chắn: phần các đề xuất chắc chắn trong mẫu số của serviceAccuracy.',
    en: 'How often the machine was sure: the share of such proposals in the denominator of serviceAccuracy.',
  },
  leadAccuracy: {
    vi: 'Độ chính xác đơn vị của máy: (leadTaken − leadTakenWrong + leadChangedRight) ÷ (leadTaken + leadChanged). Vụ còn mở được tính theo đơn vị hiện tại.',
    en: "The machine's accuracy of lead: (leadTaken − leadTakenWrong + leadChangedRight) ÷ (leadTaken + leadChanged). An open case counts by its present lead.",
  },
};

export const RETURN_DEFINITIONS: Readonly<Record<(typeof RETURN_FIGURES)[number], Definition>> = {
  returns: {
    vi: 'Số lần trả lại, của các vụ việc chuyển lần đầu trong kỳ. Đếm lần, không đếm vụ; theo đơn vị là đơn vị trả lại.',
    en: 'Returns of the cases first forwarded in the period. They count returns, not cases; by department, of the one that refused.',
  },
  reasons: {
    vi: 'Số lần trả lại theo lý do: sai đơn vị, sai địa bàn, thiếu thông tin, ngoài phạm vi, khác. Cộng lại bằng returns.',
    en: 'Returns by reason: wrong department, wrong place, not enough information, out of scope, other. They add up to returns.',
  },
  lostMinutes: {
    vi: 'Tổng thời gian mất vì trả lại: phút từ lúc chuyển đến lúc trả lại, tính suốt ngày đêm, mỗi lần làm tròn đến phút. Phân vị ở /v1/statistics/times (lost).',
    en: 'Time lost by returns, in all: minutes from the routing to the return, round the clock, each rounded to the minute. Percentiles are in /v1/statistics/times (lost).',
  },
  returned: {
    vi: 'Vụ việc bị trả lại ít nhất một lần, trong số đã chuyển lần đầu trong kỳ, vì bất cứ lý do gì.',
    en: 'Cases returned at least once, of those first forwarded in the period, for whatever reason.',
  },
  returnedAgain: {
    vi: 'Trong returned: bị trả lại ít nhất hai lần.',
    en: 'Of returned: returned at least twice.',
  },
  returnRate: {
    vi: 'Tỷ lệ bị trả lại: returned ÷ forwarded.',
    en: 'Return rate: returned ÷ forwarded.',
  },
  hopsPerCase: {
    vi: 'Số lần trả lại trung bình mỗi vụ: returns ÷ forwarded.',
    en: 'Returns a case, on average: returns ÷ forwarded.',
  },
  asked: {
    vi: 'Theo đơn vị: vụ việc chuyển lần đầu trong kỳ mà đơn vị đang chủ trì, được chuyển đến đầu tiên, hoặc đã trả lại. Không có tổng.',
    en: 'By department: cases first forwarded in the period which it leads now, was sent first, or has returned. Has no total.',
  },
  refused: {
    vi: 'Theo đơn vị: trong asked, vụ việc mà đơn vị đã trả lại ít nhất một lần. Không có tổng.',
    en: 'By department: of asked, cases which it has returned at least once. Has no total.',
  },
  refusalRate: {
    vi: 'Theo đơn vị: refused ÷ asked.',
    en: 'By department: refused ÷ asked.',
  },
};
