/** Of the drawing, so that its place is kept until it is loaded. */
export const MAP = { width: 320, height: 260, margin: 32 } as const;
