/** An enterprise number of the series 09xx, which is not given out, with right check digits; another one at each run. */
export function unusedEnterpriseNumber() {
  const first8 = 9_100_000 + (Date.now() % 800_000);
  return `0${first8}${String(97 - (first8 % 97)).padStart(2, '0')}`;
}

/** A Belgian account with right check digits, of a bank code that no bank holds. */
export function unusedIban() {
  const first10 = 9_980_000_000 + (Date.now() % 9_000_000);
  const bban = `${first10}${String(first10 % 97 || 97).padStart(2, '0')}`;
  return `BE${String(98n - (BigInt(`${bban}111400`) % 97n)).padStart(2, '0')}${bban}`;
}
