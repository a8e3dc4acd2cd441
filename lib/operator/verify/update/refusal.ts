/** Something in an update that AWS would refuse, or that nobody should let happen. */
export interface Refusal {
  /** What of the new template it is about, such as `record shop.example.com CNAME`. */
  readonly subject: string;
  /** What would happen and why. */
  readonly because: string;
  readonly remedy: string;
}
