import { languages } from '@commonlot/domain';
import { index, layout, type RouteConfig, route } from '@react-router/dev/routes';
import { publicRoutes } from './shared/paths/public-paths';
import { workRoutes } from './shared/paths/work-paths';

/** Answers in the frame of the part it was looked for in. */
const notFound = 'shared/pages/not-found-page.tsx';

/** Four addresses for each public page, each a route of its own on the same screen. */
const publicTree = languages.map((language) =>
  layout('shared/layouts/public-layout.tsx', { id: `public-${language}` }, [
    layout('shared/layouts/page-boundary.tsx', { id: `boundary-${language}` }, [
      ...Object.entries(publicRoutes).map(([name, { file, paths }]) =>
        route(`/${language}/${paths[language]}`, file, { id: `${language}:${name}` }),
      ),
      route(`/${language}/*`, notFound, { id: `${language}:none` }),
    ]),
  ]),
);

/** One route for each page of the workspace: a change of language keeps the screen, and what was typed on it. */
const workTree = layout('shared/layouts/work-layout.tsx', [
  layout('shared/layouts/page-boundary.tsx', { id: 'boundary-work' }, [
    ...Object.entries(workRoutes).map(([name, { file, path }]) =>
      route(`/:language/work/${path}`, file, { id: `work:${name}` }),
    ),
    route('/:language/work/*', notFound, { id: 'work:none' }),
  ]),
]);

const developmentOnly = process.env.NODE_ENV === 'development' ? [route('/style', 'shared/pages/style-page.tsx')] : [];

export default [
  index('shared/pages/language-page.tsx'),
  ...publicTree,
  workTree,
  ...developmentOnly,
  route('*', notFound),
] satisfies RouteConfig;
