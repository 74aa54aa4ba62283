import type { ResponseOf, workspace } from '@commonlot/contracts';

export type Dashboard = ResponseOf<typeof workspace.readDashboard>;
export type Figures = Dashboard['total']['now'];
export type Outlook = Dashboard['forecast']['committed'];

export const figureNames = ['allocated', 'reserved', 'committed', 'paid', 'available'] as const;
export type FigureName = (typeof figureNames)[number];
