/**
 * Given names by sex and year of birth. Each entry is `name:peak:spread:weight`: the year in which the name was given most,
 * how many years its fashion lasted on each side, and how common it was at its height.
 *
 * Rough weights from general knowledge of French civil status; no file was copied. They give each generation its own names,
 * so that a search among people of one age meets realistic collisions.
 */
import { cumulative, search } from './surnames.ts';

const WOMEN = `
Marie:1910:45:200 Jeanne:1915:25:75 Marguerite:1908:18:42 Germaine:1910:16:38 Louise:1908:18:30 Yvonne:1918:15:42 Madeleine:1918:15:38 Suzanne:1920:14:36
Marcelle:1918:13:28 Simone:1926:11:40 Denise:1928:11:36 Andrée:1924:12:32 Paulette:1928:9:26 Jacqueline:1936:11:48 Odette:1925:11:24 Georgette:1921:12:22
Lucienne:1922:12:20 Renée:1922:12:24 Hélène:1920:22:20 Raymonde:1926:10:18 Ginette:1932:8:22 Huguette:1932:9:18 Yvette:1933:9:26 Gisèle:1934:10:22
Henriette:1918:14:16 Thérèse:1932:14:28 Colette:1937:10:26 Pierrette:1935:9:16 Josette:1939:9:22 Monique:1942:9:46 Jeannine:1935:8:24 Janine:1936:8:18
Nicole:1947:9:44 Françoise:1947:9:46 Michèle:1947:9:36 Michelle:1946:9:22 Christiane:1947:9:28 Claudine:1948:8:20 Danielle:1947:7:28 Danièle:1947:7:16
Bernadette:1946:10:18 Annie:1949:9:28 Jocelyne:1950:8:20 Marie-Thérèse:1945:11:20 Marie-Claude:1949:8:15 Marie-Françoise:1950:8:10 Marie-Christine:1955:7:12
Marie-José:1952:8:9 Anne-Marie:1948:9:15 Marie-Louise:1930:16:10 Marie-Hélène:1954:9:8 Marie-Josèphe:1944:12:5 Chantal:1954:8:32 Martine:1955:7:44 Brigitte:1958:7:40
Catherine:1962:8:50 Christine:1963:8:46 Sylvie:1963:6:48 Évelyne:1954:7:18 Dominique:1957:7:22 Patricia:1964:7:32 Véronique:1964:6:36 Nathalie:1967:6:56
Isabelle:1966:7:48 Corinne:1964:6:24 Pascale:1964:6:20 Florence:1966:7:20 Anne:1962:10:22 Laurence:1966:6:22 Valérie:1969:5:38 Sandrine:1972:5:36
Sophie:1969:8:28 Stéphanie:1974:5:38 Karine:1972:5:20 Céline:1978:5:34 Delphine:1976:6:22 Virginie:1975:6:24 Christelle:1973:6:24 Séverine:1975:5:18
Aurélie:1981:5:32 Émilie:1981:6:28 Élodie:1985:6:28 Julie:1985:7:28 Laetitia:1978:6:22 Sabrina:1981:7:14 Vanessa:1979:7:16 Jennifer:1984:6:18
Caroline:1977:8:16 Hélène:1974:9:10 Audrey:1983:6:18 Laura:1990:6:26 Marion:1989:7:20 Mélanie:1985:7:18 Pauline:1991:7:20 Charlotte:1991:10:14
Camille:1996:8:28 Marine:1991:6:22 Manon:1998:7:24 Léa:2000:7:32 Chloé:2000:8:26 Emma:2005:8:32 Clara:2003:8:18 Inès:2004:9:18
Sarah:1999:12:18 Lucie:1998:12:18 Océane:1999:5:16 Anaïs:1993:7:18 Mathilde:1996:9:14 Justine:1991:6:16 Morgane:1994:6:12 Amandine:1985:6:16
Jade:2010:7:22 Louise:2014:9:22 Alice:2014:11:18 Lina:2011:8:16 Rose:2016:9:13 Lola:2008:7:14 Zoé:2008:9:14 Anna:2013:10:13
Mila:2016:5:14 Ambre:2017:6:12 Julia:2012:9:12 Juliette:2011:11:14 Romane:2006:8:11 Éva:2008:8:12 Agathe:2012:9:10 Jeanne:2013:11:12
Louna:2012:6:10 Nina:2011:9:9 Alba:2021:3:11 Iris:2019:7:9 Romy:2020:4:9 Inaya:2016:6:9 Mia:2018:6:9 Victoria:2014:8:8
Fatima:1975:18:9 Aïcha:1974:20:6 Khadija:1978:18:5 Nadia:1974:10:10 Samira:1976:10:8 Fatiha:1966:10:5 Karima:1976:9:6 Leïla:1980:14:5
Yasmine:1998:12:7 Aminata:1996:16:4 Fatoumata:1996:15:5 Mariam:2000:14:5 Maria:1950:25:10 Carmen:1940:18:5 Dolorès:1936:16:4 Rosa:1940:20:4
Ana:1985:20:3 Isabel:1966:14:4 Carla:1998:9:6 Giulia:2014:9:4 Francesca:1948:20:2 Giovanna:1942:18:2 Antonia:1934:18:3 Conception:1930:14:2
Joséphine:1908:20:12 Augustine:1904:15:8 Berthe:1905:14:12 Eugénie:1905:16:8 Léontine:1904:14:6 Antoinette:1914:18:14 Juliette:1912:18:14 Alice:1912:18:16
Blanche:1908:16:8 Émilienne:1914:14:8 Fernande:1914:13:14 Gabrielle:1914:17:14 Irène:1920:17:10 Lucie:1910:18:12 Mathilde:1905:14:6 Léonie:1904:14:6
Rose:1910:20:12 Rolande:1928:9:9 Solange:1930:14:11 Reine:1926:14:5 Mauricette:1932:9:5 Micheline:1936:9:18 Arlette:1937:8:18 Éliane:1938:10:16
Ghislaine:1948:11:10 Geneviève:1938:14:18 Maryse:1948:8:14 Mireille:1946:10:18 Nadine:1956:8:16 Élisabeth:1956:14:20 Régine:1951:8:9 Joëlle:1954:7:13
Viviane:1952:10:9 Béatrice:1962:8:16 Agnès:1962:9:12 Muriel:1966:7:10 Carole:1968:7:13 Odile:1952:11:9 Ghyslaine:1952:9:3 Roselyne:1952:8:6
Lydie:1962:12:7 Marianne:1960:18:6 Claire:1978:18:16 Cécile:1974:12:14 Estelle:1980:10:9 Nelly:1962:12:7 Noëlle:1950:10:5 Rachel:1978:12:6
Angèle:1918:24:8 Victorine:1904:12:4 Adèle:2004:14:8 Clémence:1994:10:11 Margaux:1999:8:11 Ophélie:1991:6:8 Solène:1994:9:6 Élise:1992:14:9
Ludivine:1983:6:8 Magali:1975:7:8 Maud:1980:10:5 Noémie:1994:8:12 Perrine:1989:8:6 Priscilla:1985:6:5 Sonia:1976:9:12 Tiphaine:1989:7:5
Yolande:1938:14:9 Zélie:2019:6:4 Apolline:2009:9:5 Capucine:2010:9:6 Éléonore:2010:12:5 Maëlys:2008:6:9 Lilou:2008:6:9 Lou:2013:9:9
`;

const MEN = `
Jean:1930:22:120 Pierre:1928:22:55 Louis:1915:16:34 André:1925:13:60 René:1926:11:46 Roger:1925:10:44 Marcel:1920:12:40 Robert:1927:11:40
Georges:1922:13:36 Henri:1922:14:34 Maurice:1922:12:32 Raymond:1927:10:30 Paul:1920:18:28 Lucien:1921:12:26 Fernand:1917:12:18 Gaston:1914:12:12
Albert:1920:13:20 Émile:1914:14:16 Joseph:1912:18:28 François:1940:28:30 Marius:1914:14:9 Léon:1912:14:14 Charles:1918:16:18 Eugène:1912:13:12
Claude:1938:10:54 Jacques:1938:13:50 Michel:1946:9:72 Gérard:1948:8:44 Bernard:1947:9:44 Daniel:1948:9:42 Guy:1938:10:32 Serge:1947:9:24
Christian:1950:8:36 Alain:1951:8:44 Roland:1938:10:16 Gilbert:1937:10:16 Yves:1942:12:24 Yvon:1938:11:9 Francis:1946:10:18 Jean-Pierre:1949:7:28
Jean-Claude:1947:7:34 Jean-Paul:1948:8:20 Jean-Marie:1950:10:13 Jean-Louis:1948:8:14 Jean-François:1953:9:13 Jean-Luc:1957:6:16 Jean-Michel:1953:7:14 Jean-Jacques:1950:7:9
Jean-Marc:1959:6:13 Jean-Yves:1955:7:7 Jean-Philippe:1964:8:5 Jean-Christophe:1966:7:4 Jean-Baptiste:1986:12:5 Jean-Noël:1954:9:4 Marc-Antoine:1992:12:2 Pierre-Yves:1972:12:2
Philippe:1961:7:56 Patrick:1957:7:48 Pascal:1962:5:40 Thierry:1964:5:44 Éric:1965:6:42 Dominique:1956:8:24 Didier:1959:6:26 Bruno:1962:7:22
Laurent:1968:6:36 Olivier:1968:7:30 Christophe:1968:5:42 Frédéric:1971:5:34 Stéphane:1971:5:40 David:1973:6:36 Franck:1966:7:18 Sébastien:1977:5:36
Jérôme:1974:6:26 Nicolas:1979:7:44 Julien:1983:6:40 Cédric:1977:6:22 Fabrice:1969:6:16 Ludovic:1975:6:16 Guillaume:1980:7:26 Vincent:1976:12:20
Mickaël:1982:5:20 Grégory:1977:5:16 Arnaud:1975:7:14 Benjamin:1985:7:20 Romain:1985:7:24 Jonathan:1985:5:18 Anthony:1987:7:22 Kevin:1991:4:32
Alexandre:1990:9:30 Thomas:1993:8:36 Florian:1992:6:20 Maxime:1992:8:26 Quentin:1994:6:18 Antoine:1994:9:20 Clément:1993:8:20 Valentin:1996:6:16
Jérémy:1987:6:20 Damien:1983:8:13 Adrien:1990:8:14 Alexis:1994:8:16 Hugo:2001:7:28 Lucas:2003:7:32 Théo:2000:7:24 Léo:2009:9:22
Enzo:2004:6:24 Nathan:2003:8:22 Louis:2006:11:24 Gabriel:2013:9:28 Jules:2013:9:24 Raphaël:2012:9:22 Arthur:2012:10:20 Adam:2014:8:20
Ethan:2010:5:14 Mathis:2005:6:18 Tom:2006:7:13 Noah:2013:8:20 Liam:2017:4:16 Maël:2018:5:14 Sacha:2014:8:12 Paul:2006:12:14
Victor:2008:14:11 Martin:2010:10:9 Gabin:2015:7:10 Aaron:2015:6:9 Nolan:2009:6:11 Timéo:2012:5:10 Axel:2008:9:11 Eden:2017:5:8
Mohamed:1985:22:16 Ahmed:1980:22:8 Ali:1985:22:6 Karim:1978:9:8 Mehdi:1990:9:8 Rachid:1972:9:7 Abdelkader:1962:18:4 Youssef:1996:14:5
Ibrahim:2004:14:6 Mamadou:1994:16:4 Moussa:1996:16:4 Ismaël:2006:12:5 Rayan:2008:8:10 Yanis:2006:7:11 Bilal:1999:10:5 Amine:2000:12:6
José:1955:20:10 Antonio:1952:20:6 Manuel:1955:20:7 Francisco:1948:18:4 Carlos:1964:16:3 Joaquim:1962:16:3 Giuseppe:1934:16:3 Salvatore:1940:16:2
Angel:1945:22:3 Ramon:1936:16:2 Vicente:1934:14:2 Domingo:1930:14:1 Luigi:1932:14:2 Bruno:1995:10:1 Miguel:1970:18:3 Paolo:1966:20:1
Achille:1908:16:5 Adolphe:1904:12:4 Alphonse:1908:13:7 Antonin:1912:14:5 Armand:1916:14:8 Auguste:1908:13:8 Augustin:1910:16:5 Baptiste:1994:10:12
Bertrand:1964:10:6 Camille:1912:14:8 Célestin:1906:12:3 Clovis:1912:16:2 Edmond:1916:13:8 Édouard:1918:18:9 Élie:1914:20:5 Ernest:1910:13:7
Étienne:1940:30:8 Félix:1914:16:6 Firmin:1906:13:3 Gabriel:1918:16:9 Germain:1912:15:5 Gustave:1908:12:5 Hervé:1962:7:14 Honoré:1908:13:3
Hubert:1940:15:8 Jules:1908:13:10 Julien:1914:16:9 Justin:1908:13:5 Kléber:1915:13:2 Laurent:1912:14:4 Léopold:1908:13:2 Lionel:1966:8:9
Loïc:1978:12:9 Ludovic:1910:12:1 Marceau:1918:12:3 Noël:1928:14:5 Norbert:1936:13:4 Octave:1908:13:3 Paulin:1906:13:2 Prosper:1904:12:2
Régis:1958:9:8 Rémi:1988:11:9 Richard:1962:10:10 Robin:1998:8:8 Sylvain:1977:9:12 Théophile:1906:14:2 Urbain:1906:14:1 Victor:1908:14:9
Xavier:1968:11:9 Yann:1978:11:7 Yannick:1966:9:9 Denis:1958:10:14 Gilles:1960:8:18 Hugues:1962:12:4 Joël:1954:8:16 Luc:1962:12:7
Marc:1961:11:20 Martial:1960:14:4 Maxence:2002:8:7 Mathieu:1983:8:18 Matthieu:1983:8:10 Samuel:1984:13:10 Simon:1990:12:10 Tristan:1998:9:7
Bastien:1991:7:9 Corentin:1996:7:9 Dylan:1997:5:13 Dorian:1996:7:6 Éloi:2012:14:2 Esteban:2004:7:5 Evan:2009:6:7 Gaëtan:1991:8:6
Joris:1994:8:4 Kylian:2005:6:7 Killian:2001:6:5 Loan:2008:7:4 Loris:2004:7:4 Mattéo:2004:6:9 Rémy:1984:12:6 Titouan:2004:7:5
`;

const FIRST_DECADE = 1900;
const DECADES = 13;

interface Entry {
  readonly name: string;
  readonly peak: number;
  readonly spread: number;
  readonly weight: number;
}

interface Era {
  readonly names: readonly string[];
  readonly sums: Float64Array;
}

const eras = { F: erasOf(WOMEN), M: erasOf(MEN) };

/** Draws one given name of the year: `u` in [0, 1). */
export function drawGivenName(sex: 'F' | 'M', year: number, u: number): string {
  const decade = Math.min(DECADES - 1, Math.max(0, Math.floor((year - FIRST_DECADE) / 10)));
  const era = eras[sex][decade] as Era;
  return era.names[search(era.sums, u)] as string;
}

/** How many different given names each sex has. */
export const GIVEN_NAME_COUNT = {
  F: new Set(parse(WOMEN).map((e) => e.name)).size,
  M: new Set(parse(MEN).map((e) => e.name)).size,
};

function erasOf(text: string): readonly Era[] {
  const entries = parse(text);
  return Array.from({ length: DECADES }, (_, i) => {
    const middle = FIRST_DECADE + 10 * i + 5;
    // A name never quite disappears: each keeps a thousandth of its height outside its own time.
    const weights = entries.map((e) => e.weight * (Math.exp(-(((middle - e.peak) / e.spread) ** 2) / 2) + 0.001));
    return { names: entries.map((e) => e.name), sums: cumulative(weights) };
  });
}

function parse(text: string): Entry[] {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .map((item) => {
      const [name = '', peak, spread, weight] = item.split(':');
      return { name, peak: Number(peak), spread: Number(spread), weight: Number(weight) };
    });
}
