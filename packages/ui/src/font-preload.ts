/**
 * The address of the Latin subset of the text face, for a preload link: it covers all four languages, so that the
 * first page is set in its own letters at once.
 */
import latin from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url';

export const fontPreload = latin;
