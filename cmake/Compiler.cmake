# Warnings and sanitizers for our own targets.
add_library(guatu_warnings INTERFACE)
target_compile_options(guatu_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # g++ 12 reports these wrongly when it inlines small structs and strings (GCC bug 105329 and its kin).
    target_compile_options(guatu_warnings INTERFACE -Wno-stringop-overflow -Wno-restrict)
endif()
# Where files are compiled together, one's constants are no surprise to another's variables.
target_compile_options(guatu_warnings INTERFACE
    "$<$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>:-Wno-shadow;-Wno-subobject-linkage>")
if(GUATU_WERROR)
    target_compile_options(guatu_warnings INTERFACE -Werror)
endif()

if(GUATU_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    add_link_options(-fsanitize=address,undefined)
endif()
