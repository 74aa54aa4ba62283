import { Notice, UiLink } from '@commonlot/ui';

interface PageLinkNoticeProps {
  readonly words: string;
  readonly href: string;
  readonly link: string;
}

/** A refusal whose way out is another page. */
export function PageLinkNotice({ words, href, link }: PageLinkNoticeProps) {
  return (
    <Notice tone="error" live>
      <p>
        {words} <UiLink href={href}>{link}</UiLink>
      </p>
    </Notice>
  );
}
