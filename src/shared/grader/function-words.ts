// Words that hold a sentence together and say little by themselves. Prose needs a share of them; a list of terms has none.
const LIST = `a about above after again against all along also although always am among an and another any are around as
at away back be became because become been before behind being below between both but by came can cannot come could did
do does doing done down during each either else enough even ever every few first for from further gave get give go goes
going got had has have having he her here hers herself him himself his how however i if in into is it its itself just keep
kept know last least less let like made make many may me mean means might mine more most much must my myself near neither
never next no none nor not nothing now of off often on once one only onto or other others our ours out over own per perhaps
put rather same say see seem seen several shall she should since so some something still such take than that the their
theirs them themselves then there therefore these they thing this those though through thus to too took toward two under
unless until up upon us use used very was way we well went were what when where whether which while who whole whom whose
why will with within without would yes yet you your yours`;

export const FUNCTION_WORDS: ReadonlySet<string> = new Set(LIST.split(/\s+/));
