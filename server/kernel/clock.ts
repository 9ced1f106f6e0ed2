/**
 * The machine's clock, read nowhere else in the server. Only the edges ask it, once: where a request comes in, where a
 * job is taken up. Everything below them is given the time (`ctx.now`, in SQL the setting `app.now`); see docs/adr/0020.
 */
export const currentTime = (): Date => new Date();
