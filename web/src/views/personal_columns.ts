// Which columns of a report tell where a buyer lives or how to reach them. They are
// covered until asked for: a seller's screen is often seen by others.

const personal = [
  /phone/,
  /address-\d/,
  /address-field/,
  /postal-code/,
  /^bill-/,
  /^cpf$/,
  /buyer-identification/,
  /tax-registration/,
  /gift-message/,
  /delivery-instructions/,
];

export function isPersonal(column: string): boolean {
  const folded = column.toLowerCase();
  return personal.some((each) => each.test(folded));
}
