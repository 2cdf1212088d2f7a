export type {
  AreaOnMap,
  Forecast,
  Forgetting,
  Measured,
  Readiness,
  ReadinessChange,
  ReadinessOverTime,
  RoundReadiness,
  SkillMap,
  SkillOnMap,
  Spent,
  Standing,
} from "../../../../src/features/plan/schema.ts";
