import type { LineFormula, PlanSector } from '@commonlot/domain';

/** What the law computes: the share of the Communities, split with the key of 2017; and what balances the plan. */
export const demonstrationFormulas: Readonly<Record<string, LineFormula>> = {
  '1.1': { kind: 'share', of: 'total', less: [], share: '0.2744' },
  '1.1.1': { kind: 'share', of: '1.1', less: [], share: '0.008428' },
  // 30 099 406 of 50 434 662 euros: the Flemish part of what the two large Communities shared in 2017.
  '1.1.2': { kind: 'share', of: '1.1', less: ['1.1.1'], share: '0.59679999441654' },
  '1.1.3': { kind: 'rest', of: '1.1', less: ['1.1.1', '1.1.2'] },
  '7.3': { kind: 'balance' },
};

/** What each line serves; ours, for the overviews. */
export const demonstrationSectors: Readonly<Record<string, PlanSector>> = {
  '1.1.1': 'communities',
  '1.1.2': 'communities',
  '1.1.3': 'communities',
  '2.1': 'development',
  '2.2': 'emergency',
  '2.3': 'poverty',
  '3.1.1': 'emergency',
  '3.1.2': 'emergency',
  '3.2': 'health',
  '3.3': 'children',
  '3.4': 'equality',
  '4.1': 'children',
  '4.2': 'equality',
  '4.3': 'children',
  '4.4': 'culture',
  '4.5': 'sport',
  '5.1': 'heritage',
  '5.2': 'volunteering',
  '6.1': 'environment',
  '6.2': 'poverty',
  '6.3': 'culture',
  '7.1': 'prestige',
};

/** Sectors that were hit hardest, to which the plan gives something extra. */
export const demonstrationExtraSupport: readonly string[] = ['6.2', '6.3'];
