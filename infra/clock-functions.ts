import {
  CheckCalendarEnv,
  CloseUnjudgedEnv,
  CollectExamplesEnv,
  MoveDeadlinesEnv,
  PublishOpenDataEnv,
  ReconcileEnv,
  RetrainEnv,
  SweepDeadlinesEnv,
  WatchFiguresEnv,
} from '../shared/platform/env.ts';

/** Those of the catalogue that run on a schedule. */
export const clockFunctions = {
  'close-unjudged': {
    entry: 'functions/clock/close-unjudged.ts',
    env: CloseUnjudgedEnv,
    timeoutSeconds: 300,
    impact: 'Answered cases stay open past the judging window. The next hour makes it up.',
    runbook: 'unjudged-not-closed',
  },
  'sweep-deadlines': {
    entry: 'functions/clock/sweep-deadlines.ts',
    env: SweepDeadlinesEnv,
    // Longer than a minute: after an outage two may run side by side, without harm.
    timeoutSeconds: 120,
    impact:
      'Nobody is told that a deadline comes near or has passed; the deadlines themselves stand.',
    runbook: 'deadlines-not-swept',
  },
  'move-deadlines': {
    entry: 'functions/clock/move-deadlines.ts',
    env: MoveDeadlinesEnv,
    // Ends before the next one begins.
    timeoutSeconds: 55,
    impact: 'Deadlines that were to follow a new calendar stand as they were told to citizens.',
    runbook: 'deadlines-not-moved',
  },
  'check-calendar': {
    entry: 'functions/clock/check-calendar.ts',
    env: CheckCalendarEnv,
    timeoutSeconds: 30,
    impact:
      'The working calendar of the next year is missing: cases whose deadline would lie in it cannot be routed.',
    runbook: 'calendar-year-missing',
  },
  'watch-figures': {
    entry: 'functions/clock/watch-figures.ts',
    env: WatchFiguresEnv,
    timeoutSeconds: 120,
    impact: 'Nobody is told of a burst, of late hand-offs or of a department that falls behind.',
    runbook: 'figures-not-watched',
  },
  'publish-open-data': {
    entry: 'functions/clock/publish-open-data.ts',
    env: PublishOpenDataEnv,
    // As long as Lambda lets anything run: what is not finished then goes on in the next run.
    timeoutSeconds: 900,
    impact:
      'The open data of the last months are missing or old. What is published stays as it is.',
    runbook: 'open-data-not-published',
  },
  'collect-examples': {
    entry: 'functions/clock/collect-examples.ts',
    env: CollectExamplesEnv,
    timeoutSeconds: 300,
    impact: 'The classifier does not hear of what people decided. The next night makes it up.',
    runbook: 'examples-not-collected',
  },
  'retrain-classifier': {
    entry: 'functions/clock/retrain-classifier.ts',
    env: RetrainEnv,
    // Measured: some 15 seconds on one core, so half a minute in Lambda.
    timeoutSeconds: 600,
    impact: 'The classifier learns nothing new this week; the model in force goes on.',
    runbook: 'classifier-not-retrained',
  },
  'reconcile-statistics': {
    entry: 'functions/clock/reconcile-statistics.ts',
    env: ReconcileEnv,
    timeoutSeconds: 900,
    impact: 'Nobody has checked that the figures agree with the cases.',
    runbook: 'statistics-not-reconciled',
  },
} as const;
