/**
 * Family names with the shape of the French distribution: a head of about a thousand common names, then a long tail.
 *
 * Written from general knowledge of French civil status (no file was copied). Head: from the most common down, with a
 * share of the names of Languedoc, Rouergue, Gascony and Catalonia. Tail: composed from roots and endings.
 */
const HEAD = `
Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefebvre Leroy Roux David Bertrand Morel Fournier Girard
Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefèvre Faure André Mercier Blanc Guérin Boyer Garnier Chevalier François Legrand Gauthier Garcia
Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu Gautier Masson Marchand Duval Denis Dumont Marie Lemaire Noël Meyer Dufour Meunier
Brun Blanchard Giraud Joly Rivière Lucas Brunet Gaillard Barbier Arnaud Martinez Gérard Roche Renard Schmitt Roy Leroux Colin Vidal Caron
Picard Roger Fabre Aubert Lemoine Renaud Dumas Lacroix Olivier Philippe Bourgeois Pierre Benoît Rey Leclerc Payet Rolland Leclercq Guillaume Lecomte
Lopez Jean Dupuy Guillot Hubert Berger Carpentier Sanchez Dupuis Moulin Louis Deschamps Huet Vasseur Perez Boucher Fleury Royer Klein Jacquet
Adam Paris Poirier Marty Aubry Guyot Carré Charles Renault Charpentier Ménard Maillard Baron Bertin Bailly Hervé Schneider Fernandez Le~Gall Collet
Léger Bouvier Julien Prévost Millet Perrot Daniel Le~Roux Cousin Germain Breton Besson Langlois Rémy Le~Goff Pelletier Lévêque Perrier Leblanc Barré
Lebrun Marchal Weber Mallet Hamon Boulanger Jacob Monnier Michaud Rodriguez Guichard Gillet Étienne Grondin Poulain Tessier Chevallier Collin Chauvin Da~Silva
Bouchet Gay Lemaître Bénard Maréchal Humbert Reynaud Antoine Hoarau Perret Barthélemy Cordier Pichon Lejeune Gilbert Lamy Delaunay Pasquier Carlier Laporte
Gros Buisson Briand Alexandre Georges Riou Legros Coulon Camus Vallet Devaux Bourdon Lebon Tanguy Lagarde Ferrand Delmas Verdier Blondel Coste
Rossi Albert Launay Mary Imbert Chartier Maury Bigot Texier Navarro Ferreira Cohen Hebert Voisin Allard Ruiz Bousquet Raynaud Dias Delattre
Gomez Seguin Pons Valette Lacombe Combes Cros Fabre Barthe Carrière Sabatier Puech Bonnafous Cazals Galtier Alary Durand Viguier Delpech Bru
Cabrol Calvet Vidal Viala Azémar Ramond Rouquette Sicard Soulié Teyssier Tournier Trémolières Vayssière Vernhes Vialard Cavaillé Cayla Cayrol Cazes Cazeneuve
Cambon Carcenac Castan Castel Caussade Caussé Chabbert Combettes Couderc Coustou Dalet Daures Dejean Delbosc Delcros Deltour Escande Escudié Espinasse Fages
Falguières Farenc Ferrières Foissac Fourès Frayssinet Gineste Gleizes Gayraud Granier Guiraud Guiral Iché Jalade Jougla Laffont Lafon Lagarrigue Landes Laurens
Maffre Malaterre Marcillac Marquès Marre Maurel Mazars Mazet Molinier Monteil Nègre Nougaret Olombel Pagès Palous Panis Pélissier Péries Peyre Planès
Portal Portes Pradel Pradal Prat Pujol Py Rascol Rayssac Ricard Rigal Rives Rocques Roques Roquefort Roumégous Rouanet Sagnes Salvan Sarrazin
Serres Sénégas Serre Sirven Soula Tailhades Taillefer Tarroux Terral Thuriès Vaissière Valat Vabre Verdeil Vergnes Vieu Vilar Vinas Bosc Boissezon
Abadie Barrère Bordes Cabanes Capdeville Carrère Castagné Castéra Cazaux Claverie Daguerre Darrieus Daste Dubarry Ducasse Ducos Duffau Dulac Duprat Dutrey
Estrade Fourcade Gaillard Gaubert Labat Labatut Laborde Lacaze Lacoste Laffargue Lafforgue Lafitte Lalanne Lamarque Lannes Larrieu Larroque Lassalle Lasserre Latapie
Mauléon Mengelle Mothe Nogaro Pérès Péré Péreira Pomès Pouy Sabathier Saint-Martin Sarrat Sempé Sentenac Souberbielle Tapie Tarride Vergès Vignaux Bacqué
Albert Alonso Bach Badie Barrera Batlle Bau Benet Bonet Bosch Bover Cantier Casals Coll Companyo Costa Ferrer Figuères Font Guitard
Jordà Llense Marti Massot Mas Nadal Oliver Parès Payré Planas Puig Puigsegur Ribes Riu Roca Sala Serra Sol Torrent Vila
Besse Bessière Blanquer Boudou Boulet Bouscarel Bouzigues Brugière Calmels Calmettes Cance Capelle Carayon Carles Cassan Cathala Causse Chauvet Clergue Combe
Nguyen Traoré Diallo Benali Gonçalves Pereira Fernandes Rodrigues Lopes Martins Gomes Ribeiro Carvalho Pinto Teixeira Alves Oliveira Marques Moreira Correia
Hernandez Gonzalez Torres Gimenez Jimenez Molina Moreno Munoz Ortega Ortiz Ramos Romero Soler Vasquez Vega Blasco Cano Castillo Delgado Diaz
Costa Bruno Ferrari Russo Romano Conti Ricci Marino Greco Gallo Mancini Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara
Ali Ahmed Mohamed Benamar Bouzid Brahimi Belkacem Boudjemaa Cherif Haddad Hamidi Kaci Khelifi Mansouri Messaoudi Meziane Saidi Slimani Toumi Zerrouki
Ndiaye Diop Fall Sow Ba Camara Cissé Coulibaly Diarra Keita Koné Sissoko Touré Sylla Bah Barry Dembélé Doumbia Konaté Sidibé
Pham Tran Le~Van Huynh Hoang Lam Phan Vu Bui Chen Wang Zhang Liu Li Wu Yang Huang Zhou Xu Lin
Kowalski Nowak Wisniewski Kaczmarek Wojcik Szymanski Zielinski Krawczyk Ivanov Popov Yilmaz Demir Kaya Celik Ozturk Arslan Sahin Kiliç Dogan Aydin
Hoffmann Fischer Wagner Becker Schmidt Schwartz Zimmermann Kieffer Keller Kuntz Lang Lehmann Roth Sutter Walter Weiss Wolf Ziegler Jung Koch
Le~Bras Le~Guen Le~Roy Le~Bihan Le~Floch Le~Corre Le~Berre Le~Bris Guéguen Kerviel Quéré Morvan Riou Cadiou Jézéquel Prigent Salaün Tanguy Nédélec Bozec
Abgrall Allain Bellec Bodin Caradec Cariou Corre Daniélou Gourvennec Guillou Hascoët Jaouen Kerleau Laurent Madec Menez Moal Pennec Philippot Rannou
Hardy Herbin Delcourt Delannoy Dewaele Vandamme Vanhove Dhaene Lecocq Lefebure Leleu Lesage Macquet Mahieu Minet Pruvost Quesnel Ringot Thuillier Wattel
Devos Dubus Duhamel Flament Foulon Hennebelle Hocquet Lecoeuvre Loriot Merlin Obin Papin Pollet Roussel Saison Sauvage Six Staelens Tison Vermersch
Hoarau Grondin Payet Boyer Fontaine Rivière Robert Dijoux Técher Maillot Lebon Turpin Nativel Cadet Gonthier Hibon Lauret Séry Virapin Vitry
Aubin Aubertin Auger Babin Bardin Baudin Baudry Bazin Beaumont Belin Bellanger Berthelot Berthier Besnard Billard Binet Blin Blot Bocquet Boisson
Bonneau Bonnin Bossard Bouquet Bourdin Bouteiller Boutin Bouvet Brault Bret Brière Brossard Bruneau Burel Cailleau Camus Chabert Champion Charrier Charron
Chatelain Chauveau Chéron Chevrier Claude Collas Cornu Cottin Courtois Crépin Crouzet Daumas Debray Delage Delahaye Delaporte Delarue Delorme Deniau Derrien
Descamps Desbois Deshayes Didier Dore Dorian Doucet Drouet Drouin Dubreuil Duchemin Duchêne Duclos Dufresne Dujardin Dumoulin Duparc Duplessis Dupré Dutertre
Esnault Évrard Fabien Faivre Favier Favre Félix Ferry Fischer Flamand Fleuriot Forestier Fortin Foucault Foucher Fouquet Fourrier Gabriel Gallet Gallois
Gaudin Gaultier Genet Geoffroy Gervais Gilles Gillot Girardin Giroud Godard Godefroy Gosselin Goujon Grandjean Grenier Grosjean Guibert Guignard Guillemin Guilloux
Hamel Hardouin Hélie Hue Huguet Husson Jacques Jacquemin Jamet Janvier Jolivet Joubert Jourdan Jouan Joseph Juillard Labbé Lacour Laine Lambert
Langlet Lasnier Latour Launay Lavigne Laval Lebas Lebeau Lecerf Lefort Lelièvre Leduc Legendre Legros Lemonnier Lenoir Lepage Leprêtre Letellier Levasseur
Loiseau Lombard Lorin Louvet Magnier Mahé Maillet Mangin Manceau Marchais Marion Marion Marquet Martel Martineau Massé Mathis Maurice Maurin Mayer
Ménager Mercadier Merle Mignot Millot Moine Mollet Monier Monnet Montagne Morand Moret Moulinier Naud Neveu Normand Ollivier Oudin Pain Parent
Parmentier Pascal Pasquet Patin Paul Peltier Pépin Perron Pérez Peron Petitjean Piron Pinel Pineau Poisson Poncet Pottier Potier Poulet Prévot
Prieur Provost Raimbault Rault Raymond Regnier Rémond Renou Reynier Ribault Richer Rigaud Robillard Rocher Rodier Rolland Rondeau Rose Rossignol Rousset
Sabatier Salmon Samson Sauvage Savary Schmit Seigneur Sellier Sergent Servant Simonin Simonet Sorel Soulier Tardif Tellier Terrier Thibault Thierry Thiébaut
Thomasset Tissier Tissot Toussaint Tricot Turpin Vaillant Valentin Vallée Vallier Varin Verger Vernet Verrier Vial Viaud Vigier Villard Villeneuve Vivier
`;

const ROOTS = `
Ab Agn Aig Alb Alz Am Ang Ans Arb Arch Ard Arm Arn Art Aub Aud Aug Aur Aut Av Bach Bad Bal Bald Ban Bar Barr Bart Bast Baud Baum Beaul Beaur Bel Bell Ben Bér Berg Bern Bert Bess
Bez Bill Blan Blond Bod Bois Bol Bon Bonn Bord Bosqu Bouch Boud Boul Bourd Bourr Bouss Bout Brac Bram Brand Bret Bri Briss Broch Bross Brug Brun Buff Burg Buss Cab Cad Caill Cal
Calm Cam Camb Camp Can Cant Cap Capd Car Carb Carr Cass Cast Cat Caub Caud Caum Caus Cav Caz Cer Chab Chad Chal Cham Champ Chant Chap Char Chast Chaum Chav Cher Chev Choll Clam
Clav Clerm Coch Coll Comb Conn Coqu Corb Cord Corn Cost Cott Coud Coul Court Cous Crem Crest Cros Crouz Cuss Dab Dalm Dam Dar Daub Daum Daur Dav Delb Delc Delm Dern Desm Dev Domb
Don Dor Doub Douss Drom Duc Dug Dur Ech Emb Escal Escof Esp Espit Est Estr Fab Fag Falg Far Fauch Faug Fav Fel Fer Ferr Feuill Fil Flam Fleur Flor Fol Font Forest Fort Foug Four
Fraiss Franc Fréd Fress Fuz Gab Gach Gaill Gal Galt Gamb Gand Gar Gasc Gast Gaub Gaud Gaut Gay Gel Gen Gér Gib Gim Gir Glan God Gomb Gond Gont Gorg Gou Gour Grand Gras Grim Gross
Gu Guib Guich Guil Guim Guir Hamb Haud Héb Hér Herb Hom Houd Hug Humb Imb Isn Jac Jal Jamb Jard Jaub Jav Joff Jol Jord Joss Jour Jub Jul Labr Lac Lach Lad Laff Lag Lal Lamb Lan
Land Lang Lanth Lap Lard Laroch Lass Lat Laub Laur Lav Léon Lesp Lev Lim Lob Long Lor Loub Lud Lur Mab Mach Mad Magn Mail Mal Malb Man Mans Mar Marb Marc Marg Marm Mars Mart Mas
Mass Math Maub Maur Max Maz Mel Men Mér Merl Mess Mich Mign Mir Mol Monb Mond Mons Mont Mor Mord Moss Mouch Moul Mour Mut Nad Narb Naud Nav Nér Nic Niv Nog Nor Nour Oll Ond Orm
Ort Pag Pal Pann Par Parr Pasc Past Paul Pech Peg Pel Pér Perr Pest Peyr Pich Pier Pign Pin Pis Plan Plass Poit Pom Pons Pont Porch Port Poss Pouj Poul Pouss Prad Prunet Pug Puj
Quér Quint Rab Raff Raim Ram Ranc Rat Rav Ray Reb Reg Rem Ren Rev Reyn Rib Ric Rich Rig Rip Riv Rob Roch Rod Rom Roqu Ros Ross Roub Roud Roug Roum Rouss Rouv Roy Ruff Sab Sad Sal
Salv Sam Sand Sarr Sauv Sav Séb Seg Sén Ser Serv Sev Sic Sign Silv Soub Soul Sour Suz Tac Tall Tard Tarr Teil Temp Ters Test Teyss Thib Thir Thor Til Tol Torr Touch Toul Tour Tram
Trap Treb Trém Trib Tron Tub Tur Vac Vaill Val Vall Van Var Vass Vaud Vaul Vend Verd Verg Vern Vert Vez Vial Vic Vid Vig Vign Vill Vin Viv Vol Vuill Yv
`;
const ENDINGS = `
ier et ot in el eau ard aud on ac as at al ol ert ez oux ieu iès an ault ois elle ette ine ière aigne aigu aire ais allet amel anel angel ans ant arel aret
ariol aroux aste atier aubert aussel avel azel ée ègre elet elin ellier elon enc endre enet enne ent éon éra éras éreau érel eret éric éron esque essac estier eton euil
eux evin ey ial iac ias iaud ibal icard icot idal ieux iez ignac igneau ignol igot illac illard ille illet illon illot imbert inas ineau inel inet ingue ino iol
ioux iquet isier isson itou ival oche odin ogne oin oire oisel oisin olet olier olin ollon omas ombet onel onneau onnet onnier ouac ouard oublet oudet ouel ouillet
ouin oulet oulon ourel ousse outin ouze oy uc uel ueil uet ugue uier ule umet uneau uquet urel us usset utel uzet ye
`;
const STARTS = ['', '', '', '', '', '', '', 'La', 'Des', 'Le', 'Mal', 'Mont', 'Bel', 'Saint-'];
const CONSONANT = /^[^AEÉHIOUY]/;

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** The common names, most common first, each once. */
export const COMMON_SURNAMES: readonly string[] = [...new Set(words(HEAD))].map((name) => name.replaceAll('~', ' '));

const roots = words(ROOTS);
const endings = words(ENDINGS);

/** How many ranks the tail has; some ranks compose the same name, and most are drawn once or never. */
export const TAIL_SIZE = 900_000;
const HEAD_SHARE = 0.3;
/** Where the tail takes over from the head: its first names are as common as the last names of the head. */
const TAIL_OFFSET = 1_500;

/** Weights of the head: the first name near 0.35 % of all people, then a slow slope that grows steeper. */
const headCumulative = cumulative(COMMON_SURNAMES.map((_, i) => (i === 0 ? 3.85 : 1 / (1 + (i / 160) ** 1.15))));

/** Draws one family name: `u` decides head or tail and the rank within, both in [0, 1). */
export function drawSurname(u: number, v: number): string {
  if (u < HEAD_SHARE) return COMMON_SURNAMES[search(headCumulative, v)] as string;
  return tailName(Math.min(TAIL_SIZE - 1, Math.floor(TAIL_OFFSET * ((TAIL_SIZE / TAIL_OFFSET + 1) ** v - 1))));
}

/** The composed name of one rank of the tail. A fixed shuffle keeps neighbours in rank from looking alike. */
export function tailName(rank: number): string {
  // 1_299_709 is prime and shares no factor with the size, so each rank keeps a place of its own.
  const place = (rank * 1_299_709) % TAIL_SIZE;
  const root = roots[place % roots.length] as string;
  const rest = Math.floor(place / roots.length);
  const ending = endings[rest % endings.length] as string;
  const start = STARTS[Math.floor(rest / endings.length) % STARTS.length] as string;
  const soft = root.endsWith('qu') && /^[aou]/.test(ending) ? `${root.slice(0, -2)}c` : root;
  const name = soft.endsWith('u') && ending.startsWith('u') ? soft + ending.slice(1) : soft + ending;
  if (start === '') return name;
  if (start.endsWith('-')) return start + name;
  return CONSONANT.test(name) ? start + name.toLowerCase() : `De${start === 'Des' ? 's' : 'l'}${name.toLowerCase()}`;
}

/** Running sums of weights, scaled to end at 1. */
export function cumulative(weights: readonly number[]): Float64Array {
  const sums = new Float64Array(weights.length);
  let total = 0;
  for (const [i, weight] of weights.entries()) {
    total += weight;
    sums[i] = total;
  }
  return sums.map((sum) => sum / total);
}

/** The first place whose running sum passes `u`: a weighted draw by halving. */
export function search(sums: Float64Array, u: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] as number) > u) high = middle;
    else low = middle + 1;
  }
  return low;
}
