import { encode } from 'uqr';

interface QrCodeProps {
  text: string;
  /** What it is, for who doesn't see it. */
  label: string;
  /** Pixels. */
  size?: number;
}

/** Drawn here: no text leaves the page for it. */
export function QrCode({ text, label, size = 200 }: QrCodeProps) {
  const { data, size: cells } = encode(text, { ecc: 'M', border: 4 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${cells} ${cells}`}
      shapeRendering="crispEdges"
    >
      <rect width={cells} height={cells} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
