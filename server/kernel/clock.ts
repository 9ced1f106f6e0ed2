/**
 * The machine's clock, read nowhere else in the server. It is read once at the edges, where a request comes in or a job
 * begins. Everything below is given that time (`ctx.now`, in SQL the setting `app.now`); see docs/adr/0020.
 */
export const currentTime = (): Date => new Date();
