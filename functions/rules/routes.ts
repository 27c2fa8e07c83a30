import {
  CurrentRulesBody,
  PublishRulesRequest,
  RulesBody,
  RulesHistoryBody,
  RulesParams,
  RulesPreviewBody,
  RulesRequest,
  RulesVersionBody,
} from '../../shared/contracts/rules.ts';
import {
  ModelMoveBody,
  ModelsBody,
  ReportParams,
  RollBackRequest,
} from '../../shared/contracts/models.ts';
import { ReportCard } from '../../shared/domain/learning/report-card.ts';
import type { Route } from '../../shared/contracts/route.ts';

const scope = '1022/directory';
const path = '/v1/directory/rules';
const models = '/v1/directory/models';

/** Who decides by which rules where a case goes, and by which model it is read: one row an endpoint. */
export const rulesRoutes = [
  {
    operation: 'getRules',
    method: 'GET',
    path,
    scope,
    permission: 'getRules',
    summary: 'The routing rules that hold now, in order, and what is wrong with them by now',
    success: { status: 200, schema: CurrentRulesBody },
  },
  {
    operation: 'listRulesVersions',
    method: 'GET',
    path: `${path}/versions`,
    scope,
    permission: 'listRules',
    summary: 'Who published which rules, when and why',
    success: { status: 200, schema: RulesHistoryBody },
  },
  {
    operation: 'getRulesVersion',
    method: 'GET',
    path: `${path}/versions/{number}`,
    scope,
    permission: 'listRules',
    summary: 'Routing rules as they were published',
    params: RulesParams,
    success: { status: 200, schema: RulesBody },
    problems: ['RULES_NOT_FOUND'],
  },
  {
    operation: 'previewRules',
    method: 'POST',
    path: `${path}/preview`,
    scope,
    permission: 'previewRules',
    summary: 'What is wrong with rules, and what they would change over the last 1,000 cases',
    body: RulesRequest,
    success: { status: 200, schema: RulesPreviewBody },
  },
  {
    operation: 'publishRules',
    method: 'POST',
    path,
    scope,
    permission: 'publishRules',
    summary: 'Put routing rules in force, everywhere a minute later',
    body: PublishRulesRequest,
    ifMatch: true,
    idempotencyKey: 'required',
    success: { status: 201, schema: RulesVersionBody },
    problems: ['RULES_INVALID', 'RULES_VERSION_CONFLICT', 'IDEMPOTENCY_KEY_REUSED'],
  },
  {
    operation: 'listModels',
    method: 'GET',
    path: models,
    scope,
    permission: 'listModels',
    summary: 'Which model reads texts, who put it in force and why, and how the latest trials went',
    success: { status: 200, schema: ModelsBody },
  },
  {
    operation: 'getModelReport',
    method: 'GET',
    path: `${models}/reports/{id}`,
    scope,
    permission: 'listModels',
    summary: 'The report card of one trial',
    params: ReportParams,
    success: { status: 200, schema: ReportCard },
    problems: ['MODEL_REPORT_NOT_FOUND'],
  },
  {
    operation: 'rollBackModel',
    method: 'POST',
    path: `${models}/roll-back`,
    scope,
    permission: 'rollBackModel',
    summary: 'Put an earlier model in force, everywhere a minute later',
    body: RollBackRequest,
    ifMatch: true,
    idempotencyKey: 'required',
    success: { status: 201, schema: ModelMoveBody },
    problems: [
      'MODEL_NOT_FOUND',
      'MODEL_HOLDS_ALREADY',
      'MODEL_VERSION_CONFLICT',
      'IDEMPOTENCY_KEY_REUSED',
    ],
  },
] as const satisfies readonly Route[];
