const MAX_BYTES = 2_048;

/** Drawing, and nothing that runs, loads or styles. Names as SVG spells them. */
const ELEMENTS = new Set(
  (
    'svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan ' +
    'linearGradient radialGradient stop clipPath mask pattern'
  ).split(' '),
);

const ATTRIBUTES = String.raw`(?:\s+[\w:.-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*`;
const TAG = new RegExp(String.raw`<(/?)([A-Za-z][\w:-]*)(${ATTRIBUTES})\s*(/?)>`, 'g');
const ATTRIBUTE = /([\w:.-]+)\s*=\s*["']([^"']*)["']/g;
const ENTITY = /&(?!amp;|lt;|gt;)\S{0,12}/;

interface Tag {
  readonly closes: boolean;
  readonly name: string;
  readonly attributes: string;
  readonly selfClosing: boolean;
}

const tagsOf = (svg: string): readonly Tag[] =>
  [...svg.matchAll(TAG)].map(([, slash, name = '', attributes = '', end]) => ({
    closes: slash === '/',
    name,
    attributes,
    selfClosing: end === '/',
  }));

/** What keeps an attribute out; undefined when it may stay. */
function attributeMistake(name: string, value: string): string | undefined {
  if (/^on/i.test(name)) {
    return `runs a script, got ${name}; remove it`;
  }
  if (/^style$/i.test(name)) {
    return 'is styled in a way the page forbids, got style; use attributes such as fill';
  }
  if (/^id$/i.test(name) && /^us-/i.test(value)) {
    return `takes an id that the page needs, got ${name}="${value}"; us- is the page's own`;
  }
  if (/^(xlink:)?href$|^src$/i.test(name) && !value.startsWith('#')) {
    return `refers to something outside itself, got ${name}="${value}"; only #ids are allowed`;
  }
  if (/url\((?!\s*#)/i.test(value)) {
    return `refers to something outside itself, got ${value}; only url(#id) is allowed`;
  }
  return undefined;
}

function tagMistakes({ name, attributes }: Tag): string[] {
  if (!ELEMENTS.has(name)) {
    return [`must be a plain drawing, got <${name}>; allowed: ${[...ELEMENTS].join(', ')}`];
  }
  return [...attributes.matchAll(ATTRIBUTE)]
    .map(([, attribute = '', value = '']) => attributeMistake(attribute, value))
    .filter((mistake) => mistake !== undefined);
}

/** Whether one svg element holds everything, and each tag that opens is closed in turn. */
function isOneElement(tags: readonly Tag[]): boolean {
  const open: string[] = [];
  return (
    tags.every((tag, i) => {
      if (open.length === 0 && i > 0) {
        return false;
      }
      if (tag.closes) {
        return open.pop() === tag.name;
      }
      if (!tag.selfClosing) {
        open.push(tag.name);
      }
      return i > 0 || tag.name === 'svg';
    }) &&
    open.length === 0 &&
    tags.length > 0
  );
}

function markupMistakes(svg: string): string[] {
  const rest = svg.replace(TAG, '');
  const unknown = /<[^\s>]{0,12}/.exec(rest)?.[0];
  if (unknown !== undefined) {
    return [`has markup other than plain tags with quoted attributes, got ${unknown}; remove it`];
  }
  const entity = ENTITY.exec(svg)?.[0];
  if (entity !== undefined) {
    return [`has an entity, got ${entity}; only &amp; &lt; and &gt; are allowed`];
  }
  const outside = /^[^<]/.test(svg) || /[^>]$/.test(svg);
  if (outside || !isOneElement(tagsOf(svg))) {
    return [`must be one <svg> element with every tag closed, got ${svg.slice(0, 40)}`];
  }
  return [];
}

/**
 * What is wrong with an inline logo. It becomes part of the page, so whatever is not known to be harmless is
 * refused rather than repaired.
 */
export function validateLogo(logoSvg: string | undefined, path: string): string[] {
  if (logoSvg === undefined) {
    return [];
  }
  const svg = logoSvg.trim();
  const bytes = Buffer.byteLength(svg, 'utf8');
  const size =
    bytes > MAX_BYTES ? [`must be at most ${MAX_BYTES} bytes, got ${bytes}; simplify the drawing`] : [];
  const mistakes = [...size, ...tagsOf(svg).flatMap(tagMistakes), ...markupMistakes(svg)];
  return [...new Set(mistakes)].map((mistake) => `${path}: ${mistake}`);
}
