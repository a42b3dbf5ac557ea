// Made-up people, streets and telephone numbers for the European, US, Brazilian
// and Indian reports. Towns and postal codes belong together loosely; no house
// is meant.
const PLACES = {
  it: {
    given:
      'Giulia Marco Chiara Luca Niccolò Sofia Matteo François Zoë José Jürgen Élodie Søren Renée'.split(
        ' ',
      ),
    surname:
      "Rossi Bianchi D'Angelo Müller García Lefèvre Nuñez Conti Sørensen Esposito Dell'Òrto Weiß".split(
        ' ',
      ),
    street:
      "Via dei Limoni|Corso Belvedere|Via Società Operaia|Piazza dell'Unità|Viale Libertà|Rue de l'Étoile|Gartenstraße|Calle del Olmo".split(
        '|',
      ),
    towns: [
      ['Milano', 'MI', '20100', 'IT'],
      ['Forlì', 'FC', '47121', 'IT'],
      ['Cefalù', 'PA', '90015', 'IT'],
      ['Torino', 'TO', '10100', 'IT'],
      ['Lyon', '', '69001', 'FR'],
      ['Köln', '', '50667', 'DE'],
      ['Málaga', 'Málaga', '29001', 'ES'],
    ],
    company:
      'Bottega Àncora S.r.l.|Officine Güell S.p.A.|Studio Perché & Figli|Café Müller GmbH'.split(
        '|',
      ),
    phone: (chance) => `+39 000 ${chance.digits(3)} ${chance.digits(4)}`,
    house: (street, number) => `${street} ${number}`,
  },
  us: {
    given: 'Emily James Olivia Liam Ava Noah Mia Ethan Grace Henry Ruth Walter'.split(' '),
    surname: "Example Sampleton O'Sampleton Madeup Fictional Notreal Maple Harbor".split(' '),
    street: 'Sample Street|Maple Avenue|Sampleford Road|Nowhere Lane|Fiction Boulevard'.split('|'),
    towns: [
      ['Springfield', 'IL', '62701', 'US'],
      ['Boston', 'MA', '02108', 'US'],
      ['Portland', 'OR', '97201', 'US'],
      ['Newark', 'NJ', '07102-0000', 'US'],
      ['Austin', 'TX', '78701', 'US'],
    ],
    company: 'Madeup Supplies LLC|Harbor & Maple Inc.|Example Dental, P.C.'.split('|'),
    phone: (chance) => `+1 555-555-01${chance.digits(2)}`,
    house: (street, number) => `${number} ${street}`,
  },
  br: {
    given: 'João Ana Luís Conceição Fábio Beatriz Antônio Lúcia'.split(' '),
    surname: 'da Silva|Gonçalves|Araújo|Brandão|Exemplo'.split('|'),
    street:
      'Rua das Palmeiras|Avenida São João de Exemplo|Rua Três Corações|Travessa da Estação'.split(
        '|',
      ),
    towns: [
      ['São Paulo', 'São Paulo', '01001-000', 'BR'],
      ['Goiânia', 'Goiás', '74000-000', 'BR'],
      ['Curitiba', 'Paraná', '80000-000', 'BR'],
    ],
    company: 'Comércio Exemplo Ltda.|Oficina São Bento ME'.split('|'),
    phone: (chance) => `+55 00 0000-${chance.digits(4)}`,
    house: (street, number) => `${street}, ${number}`,
  },
  in: {
    given: 'Aarav Diya Rohan Ananya Vikram Meera Kabir Isha'.split(' '),
    surname: 'Sharma Example Nair Patel Iyer Sample'.split(' '),
    street: 'Sample Nagar Road|Lotus Marg|Example Cross|Neem Street'.split('|'),
    towns: [
      ['Bengaluru', 'KARNATAKA', '560001', 'IN'],
      ['Mumbai', 'MAHARASHTRA', '400001', 'IN'],
      ['Chennai', 'TAMIL NADU', '600001', 'IN'],
    ],
    company: 'Example Traders Pvt Ltd|Lotus Sample Works'.split('|'),
    phone: (chance) => `00000${chance.digits(5)}`,
    house: (street, number) => `No. ${number}, ${street}`,
  },
};

export const makePerson = (chance, where) =>
  `${chance.pick(PLACES[where].given)} ${chance.pick(PLACES[where].surname)}`;
export const makeCompany = (chance, where) => chance.pick(PLACES[where].company);
export const makePhone = (chance, where) => PLACES[where].phone(chance);

export function makeAddress(chance, where) {
  const [city, state, postal, country] = chance.pick(PLACES[where].towns);
  return {
    line: PLACES[where].house(chance.pick(PLACES[where].street), chance.between(1, 240)),
    second: chance.weighted([
      ['', 6],
      [`Apt ${chance.between(1, 40)}`, 3],
      [`Scala B, int. ${chance.between(1, 9)}`, where === 'it' ? 2 : 0],
    ]),
    city,
    state,
    postal,
    country,
    spelling: chance.below(3),
  };
}

// The same house in another hand: case and an added blank.
export function spellAddress(address, spelling) {
  const { line, second } = address;
  return [
    [line, second],
    [line.toUpperCase(), second.toUpperCase()],
    [line.replace(' ', '  '), second],
  ][spelling];
}

export const SPELLINGS = 3;
