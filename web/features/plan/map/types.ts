export type {
  AreaOnMap,
  Forgetting,
  Measured,
  Readiness,
  ReadinessOverTime,
  RoundReadiness,
  SkillMap,
  SkillOnMap,
  Spent,
  Standing,
} from "../../../../src/features/plan/schema.ts";
