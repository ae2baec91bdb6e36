// Reconstruction: a search that is given up.

/// There are more ways to read a table than are tried. The one that was found among some is not known to be the only one, so that nothing is decided.
struct TooManyWays: Error {}
