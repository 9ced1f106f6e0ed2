/** The one password of every demo account. It protects nothing: demo people are invented. */
export const demoPassword = process.env.DEMO_PASSWORD || "Demo-Zhongtiao-2026";
