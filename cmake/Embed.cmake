# guatu_embed(OUT_VAR output.cpp symbol file...): a C++ file that holds the texts of the files
# as `const std::vector<std::pair<std::string_view, std::string_view>> symbol` (name, text).
function(guatu_embed outputVariable output symbol)
    set(entries "")
    foreach(file IN LISTS ARGN)
        get_filename_component(name ${file} NAME)
        file(READ ${file} text)
        # String literals end at 64 KiB on some compilers: cut long texts into pieces.
        string(LENGTH "${text}" length)
        set(pieces "")
        set(at 0)
        while(at LESS length)
            string(SUBSTRING "${text}" ${at} 8000 piece)
            string(APPEND pieces "R\"embedded(${piece})embedded\"\n")
            math(EXPR at "${at} + 8000")
        endwhile()
        string(APPEND entries "{\"${name}\", ${pieces}},\n")
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    endforeach()
    string(REPLACE "::" ";" parts "${symbol}")
    list(POP_BACK parts name)
    list(JOIN parts "::" space)
    set(source
"#include <string_view>
#include <utility>
#include <vector>
namespace ${space} {
extern const std::vector<std::pair<std::string_view, std::string_view>> ${name};
const std::vector<std::pair<std::string_view, std::string_view>> ${name}{
${entries}};
}
")
    # Written here, not by file(GENERATE), which would expand what looks like $<...> in a text.
    set(written "")
    if(EXISTS ${output})
        file(READ ${output} written)
    endif()
    if(NOT "${written}" STREQUAL "${source}")
        file(WRITE ${output} "${source}")
    endif()
    set(${outputVariable} ${output} PARENT_SCOPE)
endfunction()
