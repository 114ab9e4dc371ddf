/**
 * A loop's beginning or end that has a line of its own stands there for the writer's eyes: the line
 * itself isn't printed. The template engine would leave an empty line for each repetition.
 */

/** Tells such a line after the filling; a private-use character, which no template has. */
const unprinted = '\ue0f4';

/** Paragraphs without another inside them. */
const innermost = /<w:p(?: [^>]*)?>(?:(?!<w:p[ >]|<\/w:p>).)*<\/w:p>/gs;
const texts = /<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g;

/** Marks the lines that hold nothing but `{#…}` or `{/…}`. */
export function markLoopLines(xml: string): string {
  return xml.replace(innermost, (paragraph) => {
    const text = [...paragraph.matchAll(texts)].map(([, part]) => part).join('');
    const [, sign, name] = /^\s*\{\s*([#/])\s*([^{}]*?)\s*\}\s*$/.exec(text) ?? [];
    const holdsMore = /<w:(?:sectPr|drawing|pict|object)\b/.test(paragraph);
    if (sign === undefined || name === undefined || holdsMore) return paragraph;
    const tag =
      sign === '#' ? `{#${name} [loopOver: "paragraph"]}${unprinted}` : `${unprinted}{/${name}}`;
    return `<w:p><w:r><w:t xml:space="preserve">${tag}</w:t></w:r></w:p>`;
  });
}

/** Takes the marked lines out of what was filled. */
export function dropLoopLines(xml: string): string {
  return xml.replace(innermost, (paragraph) => (paragraph.includes(unprinted) ? '' : paragraph));
}
