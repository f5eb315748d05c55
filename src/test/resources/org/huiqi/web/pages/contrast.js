// Evaluated in a page: every text that can be seen and stands out too little from its ground (WCAG 2.1 AA, 1.4.3), and every field whose edge
// does (1.4.11). Grounds are composed from the page up; of a drawing, the box of the same group is the ground.
() => {
  const parse = css => {
    const found = /rgba?\(([^)]+)\)/.exec(css);
    if (!found) return null;
    const [r, g, b, a] = found[1].split(/[\s,\/]+/).filter(Boolean).map(Number);
    return {r, g, b, a: a === undefined ? 1 : a};
  };
  const over = (top, ground) => ({
    r: top.r * top.a + ground.r * (1 - top.a), g: top.g * top.a + ground.g * (1 - top.a), b: top.b * top.a + ground.b * (1 - top.a), a: 1
  });
  const light = c => {
    const [r, g, b] = [c.r, c.g, c.b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const ground = element => {
    const chain = [];
    for (let e = element; e; e = e.parentElement) chain.unshift(e);
    let at = {r: 255, g: 255, b: 255, a: 1};
    for (const e of chain) {
      const own = parse(getComputedStyle(e).backgroundColor);
      if (own && own.a > 0) at = over(own, at);
      const box = e.tagName === 'g' && e.querySelector(':scope > rect');
      const fill = box && parse(getComputedStyle(box).fill);
      if (fill) at = over(fill, at);
    }
    return at;
  };
  const faded = element => {
    let all = 1;
    for (let e = element; e; e = e.parentElement) all *= Number(getComputedStyle(e).opacity);
    return all;
  };
  const seen = element => {
    const r = element.getBoundingClientRect();
    return r.width > 1 && r.height > 1 && element.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true});
  };
  const large = style => parseFloat(style.fontSize) >= 24 || parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700;
  const poor = new Set();
  const check = (element, style, colour, least, what) => {
    const ink = parse(colour);
    const below = ground(element);
    if (!ink) return;
    const got = ratio(over({...ink, a: ink.a * faded(element)}, below), below);
    if (got < least) poor.add(`${got.toFixed(2)} ${element.tagName.toLowerCase()}.${element.getAttribute('class') || ''} ${what}`);
  };
  let looked = 0;
  for (const element of document.body.querySelectorAll('*')) {
    if (!seen(element) || element.matches(':disabled')) continue;
    const style = getComputedStyle(element);
    const drawn = element instanceof SVGElement;
    const text = [...element.childNodes].filter(n => n.nodeType === 3).map(n => n.data.trim()).join('');
    if (text) {
      looked++;
      check(element, style, drawn ? style.fill : style.color, large(style) ? 3 : 4.5, text.slice(0, 20));
    }
    for (const part of ['::before', '::after', '::marker']) {
      const beside = getComputedStyle(element, part);
      const said = part === '::marker' ? '' : beside.content;
      if (said && /[^\s"]/.test(said) && !['none', 'normal'].includes(said)) check(element, beside, beside.color, large(beside) ? 3 : 4.5, part + said);
    }
    if (element.matches('input:not([type=checkbox]):not([type=radio]):not([type=hidden]), select, textarea')) {
      check(element.parentElement, style, style.borderTopColor, 3, 'edge of ' + element.name);
      if (element.placeholder) check(element, style, getComputedStyle(element, '::placeholder').color, 4.5, element.placeholder);
    }
  }
  return {looked, poor: [...poor]};
}
