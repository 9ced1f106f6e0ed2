// Vitest runs outside Next: the marker package would throw.
export {};
