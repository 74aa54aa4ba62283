/**
 * What the money of a line serves, for the overviews. The legal classification is the kind; this one is ours, after the
 * purposes that the plans of 2008 to 2021 name.
 */
export const planSectors = [
  'communities',
  'development',
  'emergency',
  'health',
  'poverty',
  'equality',
  'children',
  'culture',
  'heritage',
  'sport',
  'science',
  'environment',
  'volunteering',
  'prestige',
] as const;
export type PlanSector = (typeof planSectors)[number];
