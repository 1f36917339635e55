/**
 * Prices of shares, dividends, the long rate of interest and consumer prices in the United States, each January from
 * 1871 on, and the yearly returns that follow from them. Data: no formula of the plan rests on it.
 *
 * Source: Robert J. Shiller's monthly data to "Irrational Exuberance" (S&P composite, monthly averages of daily closing
 * prices; dividends of the last four quarters; ten-year government bond; consumer price index, before 1913 Warren and
 * Pearson's), January values. License: github.com/datasets/s-and-p-500 puts the series under the Public Domain Dedication
 * and License. Values to 2014 as in the yearly table of github.com/boknows/cFIREsim-open.
 *
 * Compared in November 2026, every price, dividend, rate and index of the Januaries of 2004 to 2023, with two public
 * copies of the series: data/ie_data.csv in github.com/JJ-Zhang-DS/finance_tools (to December 2024) and ie_data.csv in
 * github.com/beleggenmetcijfers/vermogensbelasting-simulatie (to 2025), which say the same; to 2017 with a third,
 * data/ie_data.csv in github.com/jamesplease/hearth. From 2015 on the table is worked out from them; before, changes and
 * rates are theirs and dividends differ by less than 0.0004 percentage points (their dividends are in cents). The index
 * has a third decimal, as the Bureau of Labor Statistics publishes it, where the copies have two. The Januaries of 1871
 * to 2003 were compared with data/data.csv in github.com/datasets/s-and-p-500 (to 2016): prices, rates and index are its
 * own, dividends are within half a cent of its cents (which is up to 0.15 percentage points of the price in the first
 * decades). One was not and is taken from it and from data/ie_data.csv in github.com/BioInfo/nextfire: January 2000, 16.71
 * dollars. Published means, spreads and withdrawal studies are a check of their own (see the tests).
 */
export const HISTORY_SOURCE =
  'Robert J. Shiller, monthly data to “Irrational Exuberance”, January values 1871–2023; github.com/datasets/s-and-p-500 (PDDL); every January compared with public copies of the series'

/** Year; consumer prices in January; in percent: change of share prices to the next January, dividends, long rate. */
const JANUARY: readonly (readonly [year: number, prices: number, change: number, dividends: number, rate: number])[] = [
  [1871, 12.46, 9.4595, 5.8559, 5.32],
  [1872, 12.65, 5.144, 5.4177, 5.36],
  [1873, 12.94, -8.8063, 5.9199, 5.58],
  [1874, 12.37, -2.5751, 7.0815, 5.47],
  [1875, 11.51, -1.7621, 7.2137, 5.07],
  [1876, 10.85, -20.4036, 6.7265, 4.59],
  [1877, 10.94, -8.4507, 8.1915, 4.45],
  [1878, 9.23, 10.1538, 5.8215, 4.34],
  [1879, 8.28, 42.7374, 5.0754, 4.22],
  [1880, 9.99, 21.135, 4.0117, 4.02],
  [1881, 9.42, -4.3619, 4.2811, 3.7],
  [1882, 10.18, -1.8581, 5.4054, 3.62],
  [1883, 9.99, -10.8434, 5.5215, 3.63],
  [1884, 9.23, -18.1467, 6.3378, 3.62],
  [1885, 8.28, 22.6415, 7.1745, 3.52],
  [1886, 7.99, 7.3077, 4.5827, 3.37],
  [1887, 7.99, -4.8387, 3.9875, 3.52],
  [1888, 8.37, -1.3183, 4.6761, 3.67],
  [1889, 7.99, 2.6718, 4.374, 3.45],
  [1890, 7.61, -10.0372, 4.0892, 3.42],
  [1891, 7.8, 13.843, 4.5455, 3.62],
  [1892, 7.33, 1.8149, 4.0236, 3.6],
  [1893, 7.9, -22.9947, 4.2923, 3.75],
  [1894, 6.85, -1.6204, 5.7106, 3.7],
  [1895, 6.57, 0.4706, 4.9012, 3.46],
  [1896, 6.66, -1.171, 4.4309, 3.6],
  [1897, 6.47, 15.6398, 4.2654, 3.4],
  [1898, 6.66, 24.5902, 3.7234, 3.35],
  [1899, 6.76, 0.3289, 3.3026, 3.1],
  [1900, 7.9, 15.9016, 3.5656, 3.15],
  [1901, 7.71, 14.8515, 4.2673, 3.1],
  [1902, 7.9, 4.1872, 3.9507, 3.18],
  [1903, 8.66, -21.0402, 3.9208, 3.3],
  [1904, 8.28, 26.1976, 5.1901, 3.4],
  [1905, 8.47, 17.0819, 3.6975, 3.48],
  [1906, 8.47, -3.1408, 3.4022, 3.43],
  [1907, 8.85, -28.3473, 4.2186, 3.67],
  [1908, 8.66, 32.2623, 6.3752, 3.87],
  [1909, 8.94, 11.2583, 4.4515, 3.76],
  [1910, 9.9, -8.0357, 4.3899, 3.91],
  [1911, 9.23, -1.6181, 5.0701, 3.98],
  [1912, 9.13, 1.9737, 5.1623, 4.01],
  [1913, 9.8, -10, 5.1613, 4.45],
  [1914, 10, -10.6332, 5.675, 4.16],
  [1915, 10.1, 24.7326, 5.6257, 4.24],
  [1916, 10.4, 2.5723, 4.7245, 4.05],
  [1917, 11.7, -24.6604, 5.9645, 4.23],
  [1918, 14, 8.8766, 9.4313, 4.57],
  [1919, 16.5, 12.4841, 7.2191, 4.5],
  [1920, 19.3, -19.479, 5.983, 4.97],
  [1921, 19, 2.6723, 7.1139, 5.09],
  [1922, 16.9, 21.9178, 6.3589, 4.3],
  [1923, 16.8, -0.7865, 5.7494, 4.36],
  [1924, 17.3, 19.8188, 6.0215, 4.06],
  [1925, 17.3, 19.5652, 5.2382, 3.86],
  [1926, 17.9, 5.9289, 4.8024, 3.68],
  [1927, 17.5, 30.8209, 5.1993, 3.34],
  [1928, 17.3, 41.814, 4.4307, 3.33],
  [1929, 17.1, -12.671, 3.4594, 3.6],
  [1930, 17.1, -26.3934, 4.4717, 3.29],
  [1931, 15.9, -48.0601, 6.0494, 3.34],
  [1932, 14.3, -14.5783, 9.5578, 3.68],
  [1933, 12.9, 48.6601, 6.9817, 3.31],
  [1934, 13.2, -12.1442, 4.1822, 3.12],
  [1935, 13.6, 48.5961, 4.8596, 2.79],
  [1936, 13.8, 27.8343, 3.4884, 2.65],
  [1937, 14.1, -35.7021, 4.1501, 2.68],
  [1938, 14.2, 10.5217, 7.0144, 2.56],
  [1939, 14, -1.6, 4.1067, 2.36],
  [1940, 13.9, -14.2276, 5.0677, 2.21],
  [1941, 14.1, -15.3555, 6.3823, 1.95],
  [1942, 15.7, 12.9899, 7.8761, 2.46],
  [1943, 16.9, 17.443, 5.8474, 2.47],
  [1944, 17.4, 13.8397, 5.1758, 2.48],
  [1945, 17.8, 33.5804, 4.769, 2.37],
  [1946, 18.2, -15.5938, 3.6996, 2.19],
  [1947, 21.5, -2.4984, 4.6899, 2.25],
  [1948, 23.7, 3.5738, 5.6867, 2.44],
  [1949, 24, 9.8958, 6.1632, 2.31],
  [1950, 23.5, 25.6517, 6.8128, 2.32],
  [1951, 25.4, 14.05, 7.0093, 2.57],
  [1952, 26.5, 8.2265, 5.8426, 2.68],
  [1953, 26.6, -2.7502, 5.3858, 2.83],
  [1954, 26.9, 39.8272, 5.7214, 2.48],
  [1955, 26.7, 24.0169, 4.3446, 2.61],
  [1956, 26.8, 2.8992, 3.7826, 2.9],
  [1957, 27.6, -9.4871, 3.8227, 3.46],
  [1958, 28.6, 35.2626, 4.3369, 3.09],
  [1959, 29, 4.333, 3.1583, 4.02],
  [1960, 29.3, 2.9123, 3.2167, 4.72],
  [1961, 29.8, 15.6564, 3.2597, 3.84],
  [1962, 30, -5.8057, 2.9342, 4.08],
  [1963, 30.4, 17.5069, 3.2842, 3.83],
  [1964, 30.9, 12.6488, 3.0041, 4.17],
  [1965, 31.2, 8.3604, 2.9223, 4.19],
  [1966, 31.8, -9.5049, 2.9361, 4.61],
  [1967, 32.9, 12.54, 3.4103, 4.58],
  [1968, 34.1, 7.3232, 3.0829, 5.53],
  [1969, 35.6, -11.4608, 3.0196, 6.04],
  [1970, 37.8, 3.5212, 3.5027, 7.79],
  [1971, 39.8, 10.4931, 3.348, 6.24],
  [1972, 41.1, 14.6176, 2.9719, 5.95],
  [1973, 42.6, -18.826, 2.6661, 6.46],
  [1974, 46.6, -24.5032, 3.5376, 6.99],
  [1975, 52.1, 33.4895, 4.9936, 7.5],
  [1976, 55.6, 7.165, 3.8027, 7.74],
  [1977, 58.5, -13.054, 3.9467, 7.21],
  [1978, 62.5, 10.482, 5.2225, 7.96],
  [1979, 68.3, 11.2225, 5.1282, 9.1],
  [1980, 77.8, 19.9279, 5.1398, 10.8],
  [1981, 87, -11.8045, 4.6617, 12.57],
  [1982, 94.3, 23.0179, 5.6777, 14.59],
  [1983, 97.8, 15.3153, 4.7702, 10.46],
  [1984, 101.9, 3.125, 4.2788, 11.67],
  [1985, 105.5, 21.3287, 4.4134, 11.38],
  [1986, 109.6, 27.0413, 3.8136, 9.19],
  [1987, 111.2, -5.293, 3.138, 7.08],
  [1988, 115.7, 13.9321, 3.5356, 8.67],
  [1989, 121.1, 19.1205, 3.4384, 9.09],
  [1990, 127.4, -4.2592, 3.2768, 8.21],
  [1991, 134.6, 27.8319, 3.7195, 8.09],
  [1992, 138.1, 4.6025, 2.9417, 7.03],
  [1993, 142.6, 8.6759, 2.8521, 6.6],
  [1994, 146.2, -1.6364, 2.6688, 5.75],
  [1995, 150.3, 32.0623, 2.8329, 7.78],
  [1996, 154.4, 24.7062, 2.2612, 5.65],
  [1997, 159.1, 25.7289, 1.9516, 6.58],
  [1998, 161.6, 29.6265, 1.6141, 5.54],
  [1999, 164.3, 14.1595, 1.304, 4.72],
  [2000, 168.8, -6.3104, 1.1722, 6.66],
  [2001, 175.1, -14.6313, 1.2107, 5.16],
  [2002, 177.1, -21.432, 1.3802, 5.04],
  [2003, 181.7, 26.4199, 1.7994, 4.05],
  [2004, 185.2, 4.3169, 1.5541, 4.15],
  [2005, 190.7, 8.2376, 1.6678, 4.22],
  [2006, 198.3, 11.373, 1.7525, 4.42],
  [2007, 202.416, -3.1878, 1.7613, 4.76],
  [2008, 211.08, -37.2204, 2.025, 3.74],
  [2009, 211.143, 29.8066, 3.236, 2.52],
  [2010, 216.687, 14.1548, 1.9797, 3.73],
  [2011, 220.223, 1.4003, 1.7903, 3.39],
  [2012, 226.665, 13.8261, 2.0557, 1.97],
  [2013, 230.28, 23.0991, 2.1303, 1.91],
  [2014, 233.916, 11.2942, 1.9425, 2.86],
  [2015, 233.707, -5.4029, 1.9673, 1.88],
  [2016, 236.916, 18.5823, 2.2699, 2.09],
  [2017, 242.839, 22.6221, 2.0188, 2.43],
  [2018, 247.867, -6.5385, 1.7668, 2.58],
  [2019, 251.712, 25.7273, 2.0768, 2.71],
  [2020, 257.971, 15.7266, 1.7903, 1.76],
  [2021, 261.582, 20.562, 1.5304, 1.08],
  [2022, 281.148, -13.4059, 1.3319, 1.76],
]
/** January 2023, with which the last year ends. */
const LAST = { prices: 299.17, dividends: 1.7005, rate: 3.53 }

/** A year of history, as fractions: what shares and ten-year bonds returned in it, and how much prices rose. */
export interface HistoricYear {
  readonly year: number
  readonly stocks: number
  readonly bonds: number
  readonly inflation: number
}

/** The returns of a year from the values of its January and the next. */
export const US_RETURNS: readonly HistoricYear[] = JANUARY.map(([year, prices, change, dividends, rate], i) => {
  const next = JANUARY[i + 1]
  return {
    year,
    stocks: shareReturn(change / 100, dividends / 100, (next ? next[3] : LAST.dividends) / 100),
    bonds: bondReturn(rate / 100, (next ? next[4] : LAST.rate) / 100),
    inflation: (next ? next[1] : LAST.prices) / prices - 1,
  }
})

/**
 * What shares return in a year: twelve times a month's dividend, at the mean of both Januaries' yields, is reinvested.
 * Published withdrawal studies reinvest monthly; what each way makes of their table is in ../simulation/README.md.
 */
function shareReturn(change: number, dividends: number, nextDividends: number): number {
  let value = 1 + change
  for (let month = 0; month < 12; month++) value *= 1 + (dividends + nextDividends) / 24
  return value - 1
}

/**
 * What a ten-year bond bought at par returns in a year: its coupon, and its price at the new rate with nine years left.
 * Worked out by multiplication alone, so that every machine has the same figures.
 */
function bondReturn(rate: number, nextRate: number): number {
  let price = 1 // what is paid back at the end, taken back year by year with the coupon of each
  for (let left = 9; left > 0; left--) price = (price + rate) / (1 + nextRate)
  return rate + price - 1
}
