export type {
  DayPlan,
  PlannedTarget,
  Session,
  TargetBody,
  Today,
  WeeklyReview,
} from "../../../src/features/plan/schema.ts";
