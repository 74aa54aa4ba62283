/** Set by each script that runs although it should not. */
export const marker = '__hostile';

/** One line of at most 120 letters each, as names and titles take them. */
export const hostileNames = [
  `"><img src=x onerror=alert(1)><script>window.${marker}=1</script>`,
  `'-alert(1)-' \\";alert(1);// {{7*7}} \${7*7} <%= 7*7 %> <svg onload=alert(1)>`,
  `</title></script><script src=//evil.example/a.js></script><!-- `,
];

/** Everything at once: what leaves an attribute, an element, a script, a comment, JSON; what loads from elsewhere. */
export const hostileText = [
  ...hostileNames,
  `<img src="https://evil.example/pixel.gif" onload="window.${marker}=1">`,
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<link rel=stylesheet href=//evil.example/a.css><style>@import "//evil.example/b.css"</style>',
  '<base href="//evil.example/"><meta http-equiv="refresh" content="0;url=//evil.example/">',
  '<a href="javascript:alert(1)">x</a> javascript:alert(1) data:text/html,<script>alert(1)</script>',
  '<form action="//evil.example/"><input name=a autofocus onfocus=alert(1)></form>',
  '\u2028alert(1)\u2029 ]]> --> */ &lt;script&gt; &#60;b&#62; =HYPERLINK("//evil.example") @SUM(1)',
  '**b** [x](javascript:alert(1)) ![x](//evil.example/i.png) https://evil.example/ \\u003cscript\\u003e',
].join('\n');
