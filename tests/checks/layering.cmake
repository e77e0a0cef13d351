# cmake -DSRC=src -P layering.cmake: fails when an include runs the wrong way.
#
# A rule reads "folder=folders it may include".
cmake_minimum_required(VERSION 3.25)
set(rules
    "core=core"
    "store=store|core"
    "exchange=exchange|core"
    "campaign=campaign|core"
    "trips=trips|core"
    "access=access|core"
    "sample=sample|core"
    "render=render|core"
    "basemap=basemap|core|exchange|render"
    "session=session|core|store|exchange|campaign|access|trips|sample"
    "briefing=briefing|core|render|exchange|session|trips"
    "desktop=desktop|core|store|exchange|campaign|access|trips|sample|render|basemap|session|briefing"
    "cli=cli|core|store|exchange|campaign|access|trips|sample|render|basemap|session|briefing")
set(qtFolders render basemap briefing desktop)
set(qtFiles cli/map_command.cpp cli/map_background.cpp cli/gui_application.cpp cli/pack_slides.cpp)

get_filename_component(SRC ${SRC} ABSOLUTE)
set(failures "")
set(sharedHeaders "")
foreach(rule IN LISTS rules)
    string(REPLACE "=" ";" pair "${rule}")
    list(GET pair 0 folder)
    list(GET pair 1 allowed)
    file(GLOB_RECURSE files RELATIVE ${SRC} ${SRC}/${folder}/*.h ${SRC}/${folder}/*.cpp)
    foreach(file IN LISTS files)
        file(STRINGS ${SRC}/${file} includes REGEX "^#include")
        foreach(include IN LISTS includes)
            if(include MATCHES "\"([a-z]+)/" AND NOT CMAKE_MATCH_1 MATCHES "^(${allowed})$")
                list(APPEND failures "${file}: ${include} (${folder} may include ${allowed})")
            endif()
            if(include MATCHES "<Q[A-Z]" AND NOT folder IN_LIST qtFolders AND NOT file IN_LIST qtFiles)
                list(APPEND failures "${file}: ${include} (no Qt in ${folder})")
            endif()
            if(include MATCHES "<Q(Network|Tcp|Udp|Ssl|LocalS|AbstractSocket|Web)" AND NOT folder STREQUAL "basemap")
                list(APPEND failures "${file}: ${include} (only basemap may open a socket)")
            endif()
            if(include MATCHES "\"(([a-z]+)/[a-z_/]+\\.h)\"" AND NOT CMAKE_MATCH_2 STREQUAL folder)
                list(APPEND sharedHeaders ${CMAKE_MATCH_1})
            endif()
        endforeach()
    endforeach()
endforeach()

# A room may wrap a library in headers of its own, but never show it to another room.
list(REMOVE_DUPLICATES sharedHeaders)
foreach(header IN LISTS sharedHeaders)
    if(EXISTS ${SRC}/${header})
        file(STRINGS ${SRC}/${header} libraries REGEX
            "^#include <(gdal|ogr|cpl_|proj|sqlite3|spatialite|SQLiteCpp|geos|nlohmann|qpdf)")
        foreach(library IN LISTS libraries)
            list(APPEND failures "${header}: ${library} (another folder includes this header)")
        endforeach()
    endif()
endforeach()

file(GLOB folders RELATIVE ${SRC} ${SRC}/*)
foreach(folder IN LISTS folders)
    if(IS_DIRECTORY ${SRC}/${folder} AND NOT rules MATCHES "(^|;)${folder}=")
        list(APPEND failures "${folder}: no rule says what it may include")
    endif()
endforeach()

if(failures)
    list(JOIN failures "\n  " text)
    message(FATAL_ERROR "Includes that run the wrong way:\n  ${text}")
endif()
