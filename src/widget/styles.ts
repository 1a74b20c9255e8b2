/**
 * The look of the chat. `all: initial` on the host element and again on the box inside: a rule of the page such as `* { color: red !important }` meets
 * the element from outside, and what it sets would be inherited. Sizes are in em of the larger of 16 pixels and the reader's own size.
 * Text has a contrast of at least 7:1 in light and dark.
 */
export const styles = `
:host{all:initial!important;display:block!important;direction:ltr!important;font-size:max(16px,1rem)!important}
:host([hidden]){display:none!important}
.guide{all:initial;direction:ltr;display:block;font:1em/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--ink);
color-scheme:light dark;-webkit-text-size-adjust:100%;text-size-adjust:100%;
--ink:#17242b;--soft:#3d4a52;--paper:#fff;--tint:#eef3f4;--mine:#d9ece6;--line:#5d6e76;--fill:var(--guide-color,#0b5549);--on-fill:var(--guide-on-color,#fff);--bar:#0b5549;
--alarm:#7d0f14;--alarm-tint:#fdecec;--alarm-fill:#8f1219;--on-alarm:#fff;--focus:#0a4fbd}
@media(prefers-color-scheme:dark){.guide{--ink:#eef4f5;--soft:#c3ced3;--paper:#14191c;--tint:#222b30;--mine:#1c4239;--line:#8b9ba3;--fill:var(--guide-color,#83d8c3);--on-fill:var(--guide-on-color,#0c1c18);--bar:#83d8c3;
--alarm:#ffc9c9;--alarm-tint:#3b1416;--alarm-fill:#ffb4b4;--on-alarm:#300507;--focus:#a9ccff}}
.guide *{box-sizing:border-box}
button,input,summary{font:inherit;color:inherit;letter-spacing:inherit}
button,.row a,summary,label{cursor:pointer;touch-action:manipulation}
a{color:inherit;text-underline-offset:.18em}
:focus{outline:none}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.hide{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
svg{width:1.25em;height:1.25em;flex:none;fill:currentColor}

.launcher{position:fixed;z-index:2147483000;right:1em;bottom:1em;display:flex;gap:.5em;align-items:center;min-height:3.25em;max-width:calc(100vw - 2em);padding:.5em 1.25em .5em 1em;
border:2px solid transparent;border-radius:1.75em;background:var(--fill);color:var(--on-fill);font-weight:600;box-shadow:0 2px 12px rgb(0 0 0/.3)}
.left .launcher,.left .panel{right:auto;left:1em}
.panel{all:initial;position:fixed;z-index:2147483000;right:1em;bottom:1em;width:26em;height:min(46em,calc(100dvh - 2em));display:none;flex-direction:column;overflow:hidden;
font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:1em;box-shadow:0 6px 32px rgb(0 0 0/.35)}
.panel.open{display:flex}
.panel::backdrop{background:none}
.page .panel{position:static;z-index:auto;width:100%;max-width:46em;height:100%;margin:0 auto;border-width:0 1px;border-radius:0;box-shadow:none}

.head{flex:none;display:flex;align-items:center;gap:.5em;padding:.1875em .375em .1875em .75em}
.name{flex:1;min-width:0;line-height:1.15}
.name>:first-child{margin:0;font-weight:700;font-size:.9375em}
.name p{margin:0;color:var(--soft);font-size:.8125em}
.head button,.more button,.send,.leave{min-height:2.75em;padding:.25em .875em;border:1px solid var(--line);border-radius:.625em;background:var(--tint);font-weight:600}
.head .leave{padding:.25em .625em;border-color:transparent;background:var(--ink);color:var(--paper);font-size:.875em;min-height:3.15em}
.head .close{width:2.75em;padding:0;display:grid;place-items:center}
.bar{flex:none;height:3px;background:var(--tint)}
.bar div{height:100%;width:0;background:var(--bar)}
.strip{flex:none;display:flex;flex-flow:row-reverse wrap;align-items:center;align-content:flex-start;justify-content:space-between;column-gap:.5em;height:3.15em;overflow:hidden;padding:0 .75em;background:var(--alarm-tint);color:var(--alarm);font-size:.875em}
.strip strong{order:1;line-height:3.15}
.strip span{display:flex;column-gap:.75em;white-space:nowrap}
.strip a{display:inline-flex;align-items:center;min-height:3.15em;font-weight:700}

.scroll{flex:1;min-height:0;overflow:auto;overscroll-behavior:contain;padding:.75em .875em}
.message{display:flex;flex-direction:column;align-items:flex-start;margin:0 0 .75em}
.bubble{max-width:92%;padding:.625em .875em;border:1px solid transparent;border-radius:.25em 1em 1em 1em;background:var(--tint);overflow-wrap:anywhere}
.bubble p,.bubble ul{margin:0 0 .5em}
.bubble ul{padding:0 0 0 1.25em;list-style:disc outside}
.bubble li{margin:.125em 0}
.bubble>:last-child{margin-bottom:0}
.mine{align-items:flex-end}
.mine .bubble{background:var(--mine);border-radius:1em 1em .25em 1em;white-space:pre-wrap}
.state{color:var(--soft);font-size:.875em}
.change{min-height:2em;padding:.125em .25em;border:0;background:none;color:var(--soft);font-size:.875em;text-decoration:underline;text-underline-offset:.18em}
.crisis .bubble{max-width:100%;width:100%;background:var(--alarm-tint);color:var(--alarm);border:2px solid var(--alarm);border-left-width:.5em;border-radius:.5em}
.crisis .title{display:flex;gap:.5em;align-items:center;margin:0 0 .375em;font-weight:700}
.crisis+.crisis .title{display:none}
.soft .bubble{border:2px solid var(--alarm);border-radius:.5em}
.links{display:flex;flex-wrap:wrap;gap:.5em;width:100%;margin:.5em 0 0}
.links a{flex:1 1 auto;display:flex;align-items:center;justify-content:center;min-height:3em;padding:.25em 1em;border:2px solid var(--line);border-radius:.625em;font-weight:700;text-align:center;text-decoration:none;color:var(--ink)}
.crisis .links a,.soft .links a,.offline .links a{border-color:transparent;background:var(--alarm-fill);color:var(--on-alarm)}
details{margin:.25em 0 0;max-width:100%;font-size:.9375em}
summary{display:flex;align-items:center;gap:.375em;min-height:2.75em;width:fit-content;color:var(--soft);text-decoration:underline;text-underline-offset:.18em;list-style:none}
summary::-webkit-details-marker{display:none}
summary::before{content:"+";font-weight:700;width:.75em;text-decoration:none;display:inline-block}
details[open]>summary::before{content:"\\2212"}
details p{margin:0 0 .5em;overflow-wrap:anywhere}
details a{display:inline-block;min-height:1.75em}

.choices{display:flex;flex-wrap:wrap;gap:.5em;outline-offset:4px}
.choices:empty{display:none}
.choice{flex:1 1 100%;display:flex;gap:.75em;align-items:center;min-height:3.125em;padding:.5em 1em;border:2px solid var(--line);border-radius:.75em;background:var(--paper);font-weight:600;text-align:left;line-height:1.3}
.choice:hover,.command:hover,.head .close:hover,.more button:hover{border-color:var(--ink);background:var(--tint)}
.choice input{width:1.5em;height:1.5em;margin:0;flex:none;accent-color:var(--bar)}
.command{min-height:2.9em;padding:.25em .875em;border:1px solid var(--line);border-radius:1.5em;background:none;color:var(--soft)}
.primary{min-height:3.125em;border:2px solid transparent;border-radius:.75em;background:var(--fill);color:var(--on-fill);font-weight:700;padding:.5em 1em}
.choices .primary{flex:1 1 100%}
.offline{margin:0 0 .75em;padding:.75em .875em;border:2px dashed var(--alarm);border-radius:.5em;color:var(--alarm);background:var(--alarm-tint)}
.offline p{margin:0}
.offline:empty{display:none}

.foot{flex:none;position:relative;padding:.375em .375em max(.375em,env(safe-area-inset-bottom));border-top:1px solid var(--line)}
.row{display:flex;gap:.375em}
.row+.row{margin-top:.375em}
.row input{flex:1;min-width:0;min-height:2.75em;padding:.25em .75em;border:2px solid var(--line);border-radius:.625em;background:var(--paper)}
.row input::placeholder{color:var(--soft);opacity:1}
.row .call{flex:1;display:flex;flex-wrap:wrap;align-items:center;justify-content:center;column-gap:.5em;min-height:2.9375em;padding:.125em .75em;border:2px solid transparent;border-radius:.75em;background:var(--fill);color:var(--on-fill);font-weight:700;text-decoration:none;text-align:center;line-height:1.2;font-size:.9375em}
.row .menu{min-height:2.75em;padding:.25em 1em;border:1px solid var(--line);border-radius:.75em;background:var(--tint);font-weight:600}
.more{position:absolute;right:.5em;bottom:calc(100% + .25em);z-index:1;display:flex;flex-direction:column;gap:.375em;width:min(19em,calc(100% - 1em));max-height:70vh;overflow:auto;padding:.5em;border:1px solid var(--line);border-radius:.75em;background:var(--paper);box-shadow:0 4px 16px rgb(0 0 0/.3)}
.more[hidden]{display:none}
.more button{text-align:left}

@media(max-width:30em){.panel,.left .panel{inset:0;width:100%;height:100%;max-width:none;max-height:none;border:0;border-radius:0}}
@media(max-height:26em){.panel,.left .panel{inset:0;width:100%;height:100%;max-width:none;max-height:none;border:0;border-radius:0;overflow:auto}
.scroll{flex:none;overflow:visible;min-height:5em}.strip{position:sticky;top:0;z-index:1}.more{position:static;width:100%;margin-top:.5em;max-height:none}}
@media(prefers-reduced-motion:no-preference){.bar div{transition:width .2s}}
@media(forced-colors:active){.bubble,.links a,.primary,.call,.launcher,.head .leave{border-color:CanvasText}.bar div{background:Highlight}}
@media print{.guide{display:none}}
`;

/** The look of the printed summary. */
export const printStyles = `
:host{all:initial!important;display:block!important;font:12pt/1.5 system-ui,sans-serif!important;color:#000!important}
h1{font-size:18pt;margin:0 0 6pt}h2{font-size:13pt;margin:12pt 0 3pt}p,ul{margin:0 0 6pt}
@media screen{:host{display:none!important}}
`;
