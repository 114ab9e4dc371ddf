import type { Tone } from './mark.tsx';
import { toneColour } from './mark.tsx';

interface MarkedProps {
  /** The part that matters between stars: `246名符合,*9名不符合*。` */
  text: string;
  tone?: Tone;
}

/** A sentence of the dictionary with the part that matters in its colour. */
export function Marked({ text, tone = 'red' }: MarkedProps) {
  const parts = text.split('*');
  let position = 0;
  return parts.map((part, index) => {
    position += part.length + 1;
    return index % 2 === 1 ? (
      <span key={position} style={{ color: toneColour(tone) }}>
        {part}
      </span>
    ) : (
      part
    );
  });
}
