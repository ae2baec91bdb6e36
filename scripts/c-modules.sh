# The C libraries that the library's modules are built on, for compilers that are called without the package manager. To be sourced:
# `c_modules` are the folders of their module maps in Sources, `c_libraries` their names for pkg-config; `c_flags` find the modules.
c_modules=(CPoppler CQpdf CFreeType CDeflate CNettle)
c_libraries=(poppler-glib libqpdf freetype2 libdeflate nettle)
c_flags=()
for flag in $(pkg-config --cflags "${c_libraries[@]}"); do c_flags+=(-Xcc "$flag"); done
for module in "${c_modules[@]}"; do c_flags+=(-Xcc "-fmodule-map-file=Sources/$module/module.modulemap"); done
