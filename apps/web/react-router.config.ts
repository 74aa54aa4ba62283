import { join } from 'node:path';
import type { Config } from '@react-router/dev/config';
import { compressAssets } from './server/compress-assets';

export default {
  appDirectory: 'src',
  ssr: true,
  buildEnd: ({ reactRouterConfig }) => compressAssets(join(reactRouterConfig.buildDirectory, 'client')),
} satisfies Config;
