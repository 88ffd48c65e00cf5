// TarikhAPI
